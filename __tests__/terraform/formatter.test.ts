import { accountNames, formattedHub } from "../modules/alert-formatter/formatted-hub";
import { describeTerraform } from "./describe-terraform";
import { TerraformWorkspace } from "./terraform";
import { alteredAttributes, changesIn } from "./terraform-plan";

const HUB = "signin-hub";

describeTerraform("Terraform, with a hub whose messages a function formats,", () => {
  test("accepts, creates, keeps and destroys it", async () => {
    const workspace = await TerraformWorkspace.open(formattedHub());
    try {
      await workspace.initAll();
      const applied = (await workspace.apply(HUB)).map(({ address }) => address);
      const first = (name: string): number => applied.findIndex((each) => each.includes(name));
      const order = [
        "aws_iam_role.formatter_",
        "aws_iam_role_policy.formatter_",
        "aws_lambda_function.formatter_",
        "aws_lambda_permission.formatter_",
        "aws_cloudwatch_event_target.alert-hub_Rule-",
      ].map(first);
      expect(order).toEqual([...order].sort((one, other) => one - other));
      expect(order).not.toContain(-1);
      expect(first("aws_cloudwatch_log_group.formatter_")).toBeLessThan(
        first("aws_lambda_function.formatter_"),
      );
      expect(first("aws_lambda_function_event_invoke_config.")).toBeLessThan(
        first("aws_cloudwatch_event_target.alert-hub_Rule-"),
      );
      const [made] = workspace.record.ofType("aws_lambda_function");
      expect(made?.account).toBe("222222222222");
      expect(changesIn(await workspace.plan(HUB))).toEqual([]);
      // An apply validates as `terraform validate` does.
      expect(workspace.warnings).toEqual([]);
      await workspace.destroyAll();
      expect(workspace.record.existing).toEqual([]);
    } finally {
      workspace.close();
    }
  });

  test("plans new code, and nothing else, where an account has another name", async () => {
    const workspace = await TerraformWorkspace.open(formattedHub());
    try {
      await workspace.apply(HUB);
      workspace.change(
        formattedHub({ accountNames: { ...accountNames, "333333333333": "billing" } }),
      );
      const changes = changesIn(await workspace.plan(HUB));
      expect(changes.map(({ address }) => address.split(".")[0])).toEqual(["aws_lambda_function"]);
      expect(changes.flatMap(alteredAttributes)).toEqual(
        expect.arrayContaining(["filename", "source_code_hash"]),
      );
    } finally {
      workspace.close();
    }
  });
});
