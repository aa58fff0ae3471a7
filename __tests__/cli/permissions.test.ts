import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openTerraform } from "../../src/cli/open-terraform";
import { run } from "../../src/cli/run";
import { Folders } from "../export/folders";
import { capturedRun } from "./captured-run";
import { noWaiting } from "./no-waiting";

const provider = {
  aws: [
    {
      region: "eu-central-1",
      allowed_account_ids: ["222222222222"],
      assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/deployer" }],
    },
  ],
};
const bus = { aws_cloudwatch_event_bus: { bus: { name: "signin-alerts", provider: "aws" } } };

const folders = new Folders();
const from = folders.generated({ hub: { provider, resource: bus } });
const others = new Folders();
const withServer = others.generated({
  hub: { provider, resource: { ...bus, aws_instance: { server: { provider: "aws" } } } },
});
afterAll(() => {
  folders.remove();
  others.remove();
});

/** The command with generated Terraform that is on the disk. */
async function permissions(...argv: readonly string[]) {
  const written = { out: "", err: "" };
  const io = {
    out: (text: string) => (written.out += text),
    err: (text: string) => (written.err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    now: () => 0,
    ...noWaiting,
    input: () => "",
  };
  return { code: await run(["permissions", ...argv], io, openTerraform), ...written };
}

test("permissions says who needs how much", async () => {
  expect(await permissions(from, "--plan-role", "review")).toEqual({
    code: 0,
    err: "",
    out: [
      "any account  hub",
      "  plan    without a role: 1 policy, 150 characters",
      "  deploy  without a role: 1 policy, 152 characters",
      "222222222222  hub",
      "  plan    arn:aws:iam::222222222222:role/review: 1 policy, 218 characters",
      "  deploy  arn:aws:iam::222222222222:role/deployer: 1 policy, 334 characters",
      "",
      "A managed policy has at most 6,144 characters without white space, a role ten of them by default.",
      "Without a role: whatever Terraform is started with.",
      "",
    ].join("\n"),
  });
});

test("permissions writes each policy as a file that IAM accepts, and says which are left over", async () => {
  const out = folders.at("policies");
  await permissions(from, "--out", out);
  writeFileSync(join(out, "333333333333-plan.json"), "{}");
  const { code, out: said } = await permissions(from, "--out", out);
  expect(code).toBe(0);
  expect(said).toContain(`! ${join(out, "333333333333-plan.json")} is of no role that is needed`);
  expect(readdirSync(out).sort()).toEqual([
    "222222222222-deploy.json",
    "222222222222-plan.json",
    "333333333333-plan.json",
    "start-deploy.json",
    "start-plan.json",
  ]);
  expect(JSON.parse(readFileSync(join(out, "start-deploy.json"), "utf8"))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Sts",
        Effect: "Allow",
        Action: ["sts:AssumeRole"],
        Resource: ["arn:aws:iam::222222222222:role/deployer"],
      },
    ],
  });
});

test("permissions ends with 1, and says of what, where something is not known", async () => {
  const { code, out } = await permissions(withServer);
  expect(code).toBe(1);
  expect(out).toContain("✗ hub aws_instance.server: what aws_instance needs is not known here\n");
  const { unknown } = JSON.parse((await permissions(withServer, "--format", "json")).out) as {
    readonly unknown: readonly object[];
  };
  expect(unknown).toHaveLength(1);
});

test("fails for a plan, which does not say which roles Terraform assumes", async () => {
  const { code, err } = await capturedRun(["permissions"]);
  expect(code).toBe(2);
  expect(err).toMatch(
    /^signin-alerts: a plan or state does not say which roles Terraform assumes/u,
  );
});
