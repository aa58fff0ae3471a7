import { openTerraform } from "../../src/cli/open-terraform";
import { Folders } from "../export/folders";
import { capturedRun } from "./captured-run";

const folders = new Folders();
const oddFolders = new Folders();
const from = folders.generated({
  hub: { resource: { aws_sns_topic: { alerts: { name: "alerts" } } } },
});
afterAll(() => {
  folders.remove();
  oddFolders.remove();
});

test("export says what it has written, and what comes next", async () => {
  const to = folders.at("infra");
  const { code, out, err } = await capturedRun(["export", "--hcl", to, from]);
  expect([code, err]).toEqual([0, ""]);
  expect(out.replaceAll(folders.root, "")).toBe(
    [
      "/infra/hub",
      "  sns.tf",
      "",
      "Next, in each folder: terraform init, then terraform plan, which has nothing to change where the stack is deployed.",
      "",
    ].join("\n"),
  );
});

test("fails without a format, and says which there are", async () => {
  expect(await capturedRun(["export"])).toEqual({
    code: 2,
    out: "",
    err: "signin-alerts: the format is missing: --hcl DIR writes HCL into the folder DIR\n",
  });
});

test("fails with every problem on a line of its own", async () => {
  const { code, out, err } = await capturedRun(["export", "--hcl", `${from}/infra`, from]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.replaceAll(folders.root, "").split("\n")).toEqual([
    "signin-alerts: nothing was exported",
    "  /cdktf.out/infra: it is within the generated Terraform, which `cdktf synth` writes anew: name another folder",
    "",
  ]);
});

test("fails where a stack cannot be said in HCL, and names the way that is left", async () => {
  const odd = oddFolders.generated({
    hub: { resource: { aws_sns_topic: { alerts: { name: "${}" } } } },
  });
  const { code, out, err } = await capturedRun(["export", "--hcl", folders.at("odd"), odd]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.split("\n")).toEqual([
    "signin-alerts: nothing was exported",
    "  hub aws_sns_topic.alerts: name: an expression is missing at character 3",
    "A stack that cannot be said in HCL is plain Terraform as it is: stacks/NAME/cdk.tf.json",
    "",
  ]);
});

test("fails without a folder, and says which folders are allowed", async () => {
  const { code, out, err } = await capturedRun(["export", "--hcl"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.split("\n")).toEqual([
    "signin-alerts: option '--hcl <dir>' argument missing",
    "HCL is written into a folder that is empty or does not exist yet: signin-alerts export --hcl infra",
    "",
  ]);
});

test("fails where there is no generated Terraform, as the other commands do", async () => {
  const { code, err } = await capturedRun(["export", "--hcl", folders.at("infra"), "missing"]);
  expect([code, err]).toEqual([2, "signin-alerts: missing is no folder\n"]);
});

test("fails where the check is to read exported HCL, and says what it reads of that", async () => {
  const to = folders.at("exported");
  await capturedRun(["export", "--hcl", to, from]);
  expect(() => openTerraform(to)).toThrow(
    "hub/sns.tf is not Terraform JSON: only *.tf.json and *.tofu.json can be read, and of HCL the plans or states that `terraform show -json` writes",
  );
});

test("the help says which formats there are, and what not to use", async () => {
  const { code, out } = await capturedRun(["export", "--help"]);
  expect(code).toBe(0);
  expect(out).toContain("--hcl DIR   HCL, a folder for each stack in DIR");
  expect(out).toContain("Do not use `cdktf synth --hcl`");
});
