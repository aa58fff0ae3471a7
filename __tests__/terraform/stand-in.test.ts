import { describeTerraform } from "./describe-terraform";
import { TerraformWorkspace } from "./terraform";
import { alteredAttributes, changesIn, replacementsIn } from "./terraform-plan";
import { twoAccounts } from "./two-accounts";

describeTerraform("the stand-in provider with the real Terraform", () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    workspace = await TerraformWorkspace.open(twoAccounts());
    await workspace.init("small");
    await workspace.apply("small");
  });

  afterAll(() => {
    workspace.close();
  });

  test("terraform validate has nothing to say", async () => {
    await expect(workspace.validate("small")).resolves.toEqual([]);
  });

  test("each resource is created in the account and region of its provider", () => {
    const places = workspace.record.existing.map(({ type, account, region, global }) => ({
      type,
      place: `${account} ${region}`,
      global,
    }));
    expect(places).toHaveLength(4);
    expect(places).toEqual(
      expect.arrayContaining([
        { type: "aws_sqs_queue", place: "111111111111 eu-central-1", global: false },
        { type: "aws_iam_role", place: "222222222222 us-east-2", global: true },
        { type: "aws_cloudwatch_event_rule", place: "222222222222 us-east-2", global: false },
        { type: "aws_cloudwatch_event_target", place: "222222222222 us-east-2", global: false },
      ]),
    );
  });

  test("references resolve to ARNs in AWS's own form", () => {
    const queue = "arn:aws:sqs:eu-central-1:111111111111:alerts";
    expect(workspace.record.ofType("aws_cloudwatch_event_target")[0]?.values).toMatchObject({
      arn: queue,
      role_arn: "arn:aws:iam::222222222222:role/forwarder",
      dead_letter_config: [{ arn: queue }],
      rule: "sign-ins",
      region: "us-east-2",
    });
    expect(workspace.record.ofType("aws_cloudwatch_event_rule")[0]?.values).toMatchObject({
      arn: "arn:aws:events:us-east-2:222222222222:rule/sign-ins",
    });
  });

  test("a target is created after what it refers to", () => {
    const order = workspace.record.changes.map(({ type }) => type);
    expect(order.at(-1)).toBe("aws_cloudwatch_event_target");
  });

  test("default tags and own tags are in tags_all", () => {
    expect(workspace.record.ofType("aws_sqs_queue")[0]?.values.tags_all).toEqual({
      owner: "security",
      team: "soc",
      version: "1",
    });
  });

  test("a second plan is empty", async () => {
    expect(changesIn(await workspace.plan("small"))).toEqual([]);
  });

  test("a changed setting is updated in place", async () => {
    workspace.change(twoAccounts({ retention: 120 }));
    const [change, ...others] = changesIn(await workspace.plan("small"));
    expect(others).toEqual([]);
    expect(change?.change.actions).toEqual(["update"]);
    expect(change && alteredAttributes(change)).toEqual(["message_retention_seconds"]);
  });

  test("a changed name plans a replacement", async () => {
    workspace.change(twoAccounts({ queueName: "sign-in-alerts" }));
    const replaced = replacementsIn(await workspace.plan("small"));
    expect(replaced.map(({ type, change }) => [type, change.replace_paths])).toContainEqual([
      "aws_sqs_queue",
      [["name"]],
    ]);
  });

  test("a changed default tag changes tags_all and nothing else", async () => {
    workspace.change(twoAccounts({ version: "2" }));
    const changes = changesIn(await workspace.plan("small"));
    // A target has no tags.
    expect(changes.map(({ type }) => type).sort()).toEqual([
      "aws_cloudwatch_event_rule",
      "aws_iam_role",
      "aws_sqs_queue",
    ]);
    for (const change of changes) {
      expect(change.change.actions).toEqual(["update"]);
      expect(alteredAttributes(change)).toEqual(["tags_all"]);
    }
  });

  test("destroy leaves nothing", async () => {
    workspace.change(twoAccounts());
    await workspace.destroy("small");
    expect(workspace.record.existing).toEqual([]);
    expect(workspace.record.changes.filter(({ action }) => action === "delete")).toHaveLength(4);
  });
});
