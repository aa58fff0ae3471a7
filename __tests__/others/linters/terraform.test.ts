import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runFolder } from "../../run-folder";
import { describeJudged, tell } from "../describe-judged";
import { recorded } from "../../fixtures/real/organization";
import { inventoryOfStacks } from "../../../src/coverage";
import { permissionsOf } from "../../../src/permissions";
import { notExpected, type Said } from "./expected-of-permissions";
import { organizationOf } from "../../terraform/organizations";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { notAccepted, openFindings, type LinterFinding } from "./accepted-findings";
import { generatedStacks, readableByCheckov, written } from "./generated";
import { reading } from "./reading";

const stacks = generatedStacks();
const plans = join(__dirname, "../../fixtures/real/first-plan");
const planned = synthesizedStacks(organizationOf(recorded));

interface CheckovReport {
  readonly summary: {
    readonly passed: number;
    readonly parsing_errors: number;
  };
  readonly results: {
    readonly passed_checks: readonly CheckovCheck[];
    readonly failed_checks: readonly CheckovCheck[];
  };
}

interface CheckovCheck {
  readonly check_id: string;
  readonly file_path: string;
  /** Ends in the name that the resource has in Terraform. */
  readonly resource: string;
}

function placeOf({ file_path, resource }: CheckovCheck): string {
  // A stack is a folder, or the file of a plan.
  const stack = basename(file_path) === "cdk.tf.json" ? dirname(file_path) : file_path;
  return `${basename(stack, ".json")} ${resource.split(".").at(-1) ?? ""}`;
}

/** What checkov says of the files in a folder. */
function checkovOf(bin: string, folder: string, framework: string): CheckovReport {
  const args = ["-d", folder, "--framework", framework, "-o", "json", "--compact"];
  const { stdout, stderr } = spawnSync(join(bin, "checkov"), [...args, "--skip-download"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  // Edge: checkov wrote this JSON.
  return reading(stdout, stderr) as CheckovReport;
}

function findingsOf({ results }: CheckovReport): readonly LinterFinding[] {
  return results.failed_checks.map((check) => ({
    judge: "checkov",
    rule: check.check_id,
    place: placeOf(check),
  }));
}

/** What has rules of checkov, and was not checked. */
function uncheckedOf({ results }: CheckovReport, of: readonly SynthesizedStack[]) {
  const checked = new Set([...results.passed_checks, ...results.failed_checks].map(placeOf));
  return of.flatMap((stack) => checkable(stack)).filter((place) => !checked.has(place));
}

/** The resources of a stack that checkov has rules for. */
function checkable({ name, configuration }: SynthesizedStack): readonly string[] {
  const types = [
    "aws_cloudtrail",
    "aws_kms_key",
    "aws_s3_bucket",
    "aws_sns_topic",
    "aws_sqs_queue",
  ];
  return types.flatMap((type) =>
    Object.keys(configuration.resource?.[type] ?? {}).map((id) => `${name} ${id}`),
  );
}

describeJudged("checkov", ["checkov"], ({ checkov: { bin } }) => {
  test("checks every generated stack, and finds what is accepted alone", () => {
    const folder = mkdtempSync(join(runFolder(), "checkov-"));
    const start = performance.now();
    written(folder, stacks.map(readableByCheckov));
    const report = checkovOf(bin, folder, "terraform_json");
    tell(
      "checkov",
      `${stacks.length} stacks, ${report.summary.passed} checks passed`,
      (performance.now() - start) / 1000,
    );
    // A file that it cannot parse has no findings either.
    expect(report.summary.parsing_errors).toBe(0);
    expect(uncheckedOf(report, stacks)).toEqual([]);
    expect(notAccepted("checkov", findingsOf(report))).toEqual([]);
  });

  test("checks real plans of a first deployment, and policies of roles in them", () => {
    const start = performance.now();
    const report = checkovOf(bin, plans, "terraform_plan");
    tell(
      "checkov",
      `${planned.length} real plans, ${report.summary.passed} checks passed`,
      (performance.now() - start) / 1000,
    );
    expect(report.summary.parsing_errors).toBe(0);
    expect(uncheckedOf(report, planned)).toEqual([]);
    expect(openFindings(findingsOf(report))).toEqual([]);
    // In a folder a policy is a text, which checkov does not read.
    const exposure = report.results.passed_checks.filter(
      ({ check_id: id }) => id === "CKV_AWS_289",
    );
    const roles = planned.flatMap(({ name, configuration }) =>
      Object.keys(configuration.resource?.["aws_iam_role_policy"] ?? {}).map(
        (id) => `${name} ${id}`,
      ),
    );
    expect(roles.length).toBeGreaterThan(0);
    expect(exposure.map(placeOf)).toEqual(expect.arrayContaining(roles));
  });
});

/** What Terraform puts in the place of a reference. */
const arns: Readonly<Record<string, string>> = {
  kms_key: "arn:aws:kms:eu-central-1:222222222222:key/00000000-0000-4000-8000-000000000001",
  sns_topic: "arn:aws:sns:eu-central-1:222222222222:signin-alerts",
};

describeJudged("parliament", ["parliament"], ({ parliament: { bin } }) => {
  const policies = stacks.flatMap(({ name, configuration }) =>
    Object.entries(configuration.resource?.["aws_iam_role_policy"] ?? {}).map(
      // Edge: the argument of Terraform that holds the policy.
      ([id, { policy }]: [string, { readonly policy?: string }]) => ({
        name: `${name}-${id}.json`,
        content: (policy ?? "").replaceAll(
          /\$\{aws_(\w+?)\.[\w-]+\.arn\}/g,
          (_, type: string) => arns[type] ?? "an ARN that is missing above",
        ),
      }),
    ),
  );

  /** What it says of the policies in a folder; a line is a finding. */
  function saidOf(folder: string): readonly Said[] {
    const args = ["--directory", folder, "--json"];
    const { stdout } = spawnSync(join(bin, "parliament"), args, { encoding: "utf8" });
    const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
    // Edge: parliament wrote this JSON.
    return lines.map((line) => JSON.parse(line) as Said);
  }

  test("accepts every policy of a role", () => {
    const folder = mkdtempSync(join(runFolder(), "policies-"));
    const start = performance.now();
    written(folder, policies);
    const said = saidOf(folder);
    tell("parliament", `${policies.length} policies`, (performance.now() - start) / 1000);
    expect(policies.length).toBeGreaterThan(0);
    const findings = said.map(({ issue, location }) => ({
      judge: "parliament" as const,
      rule: issue,
      place: JSON.stringify(location).replaceAll(`${folder}/`, ""),
    }));
    expect(notAccepted("parliament", findings)).toEqual([]);
  });

  test("accepts what the roles need that plan and deploy", () => {
    const folder = mkdtempSync(join(runFolder(), "permissions-"));
    const start = performance.now();
    const needed = stacks.flatMap(({ name, configuration }) =>
      permissionsOf(inventoryOfStacks([{ name, document: configuration }])).roles.flatMap(
        ({ plan, deploy }, at) =>
          [...plan.policies, ...deploy.policies].map((document, part) => ({
            name: `${name}-${String(at)}-${String(part)}.json`,
            content: JSON.stringify(document),
          })),
      ),
    );
    const distinct = new Map(needed.map((file) => [file.content, file]));
    written(folder, [...distinct.values()]);
    const said = saidOf(folder);
    tell("parliament", `${distinct.size} permissions`, (performance.now() - start) / 1000);
    expect(distinct.size).toBeGreaterThan(stacks.length);
    expect(notExpected(said)).toEqual([]);
  });

  test("fails a policy with an action that does not exist", () => {
    const folder = mkdtempSync(join(runFolder(), "wrong-policy-"));
    mkdirSync(folder, { recursive: true });
    const Statement = [{ Effect: "Allow", Action: "events:PutEvent", Resource: "*" }];
    const content = JSON.stringify({ Version: "2012-10-17", Statement });
    written(folder, [{ name: "wrong.json", content }]);
    expect(saidOf(folder).map(({ issue }) => issue)).toContain("UNKNOWN_ACTION");
  });
});
