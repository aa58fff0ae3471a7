import { stripVTControlCharacters } from "node:util";
import { CdktfProject } from "./cdktf-command";
import { describeTerraform } from "./describe-terraform";

const main = `
import { App, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";

const app = new App();
const stack = new TerraformStack(app, "only");
new AwsProvider(stack, "aws", { region: "eu-central-1", allowedAccountIds: ["111111111111"] });
new SqsQueue(stack, "queue", { name: "alerts" });
app.synth();
`;

describeTerraform("the cdktf command line", () => {
  let project: CdktfProject;

  beforeAll(async () => {
    project = await CdktfProject.create(main, ["aws_sqs_queue"]);
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
    expect(await printedBy("diff", "only")).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
    expect(project.record.changes).toEqual([]);
  });

  test("cdktf deploy creates the resources in the provider's account", async () => {
    expect(await printedBy("deploy", "only", "--auto-approve")).toContain("Apply complete!");
    expect(project.record.existing).toMatchObject([
      { type: "aws_sqs_queue", account: "111111111111", region: "eu-central-1" },
    ]);
  });

  test("cdktf diff after a deploy finds no changes", async () => {
    expect(await printedBy("diff", "only")).toContain("No changes.");
  });

  test("cdktf destroy leaves nothing", async () => {
    expect(await printedBy("destroy", "only", "--auto-approve")).toContain("Destroy complete!");
    expect(project.record.existing).toEqual([]);
  });
});
