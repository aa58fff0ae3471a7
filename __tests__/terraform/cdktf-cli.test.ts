import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CdktfProject } from "./cdktf-command";
import { describeTerraform } from "./describe-terraform";
import { leastRegions } from "./organizations";

const stack = "signin-account-111111111111";

// Only the account's stack: deploying it alone would otherwise ask for the hub first.
const main = `
import { App } from "cdktf";
import { AccountStack } from ${JSON.stringify(resolve("src/stacks/account-stack"))};
import { minimal } from ${JSON.stringify(resolve("__tests__/terraform/organizations"))};
import { resolve } from ${JSON.stringify(resolve("src/plan"))};

const app = new App();
const plan = resolve(minimal);
new AccountStack(app, "${stack}", plan, plan.accounts[0]);
app.synth();
`;

const types = [
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_sqs_queue",
];

describeTerraform("the cdktf command line", () => {
  let project: CdktfProject;

  beforeAll(async () => {
    project = await CdktfProject.create(main, types);
  });

  afterAll(() => {
    project.close();
  });

  async function printedBy(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await project.cdktf(...args, "--skip-provider-lock");
    const printed = stripVTControlCharacters(`${stdout}${stderr}`);
    if (code !== 0) throw new Error(`cdktf ${args.join(" ")} ended with ${code}:\n${printed}`);
    return printed;
  }

  test("cdktf diff says what would be created, and creates nothing", async () => {
    expect(await printedBy("diff", stack)).toContain("Plan: 27 to add, 0 to change, 0 to destroy.");
    expect(project.record.changes).toEqual([]);
  });

  test("cdktf deploy creates the resources in the provider's account", async () => {
    await printedBy("deploy", stack, "--auto-approve");
    const { existing } = project.record;
    expect(existing.map(({ account }) => account)).toEqual(Array(27).fill("111111111111"));
    const rules = existing.filter(({ type }) => type === "aws_cloudwatch_event_rule");
    for (const name of ["signin-alerts-forward", "signin-alerts-heartbeat"]) {
      const regions = rules
        .filter(({ values }) => values.name === name)
        .map(({ region }) => region);
      expect([name, regions.sort()]).toEqual([name, leastRegions]);
    }
    expect(rules).toHaveLength(2 * leastRegions.length);
  });

  test("cdktf diff after a deploy finds no changes", async () => {
    expect(await printedBy("diff", stack)).toContain("No changes.");
  });

  test("cdktf destroy leaves nothing", async () => {
    // Not what is printed: the command may end before all of it has left a busy machine's pipe.
    await printedBy("destroy", stack, "--auto-approve");
    expect(project.record.existing).toEqual([]);
  });
});
