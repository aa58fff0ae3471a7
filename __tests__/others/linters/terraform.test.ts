import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runFolder } from "../../run-folder";
import { describeJudged, tell } from "../describe-judged";
import { notAccepted } from "./accepted-findings";
import type { SynthesizedStack } from "../../terraform/synthesized-stacks";
import { generatedStacks, readableByCheckov, written } from "./generated";
import { reading } from "./reading";

const stacks = generatedStacks();

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
  return `${basename(dirname(file_path))} ${resource.split(".").at(-1) ?? ""}`;
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
    const args = [
      "-d",
      folder,
      "--framework",
      "terraform_json",
      "-o",
      "json",
      "--compact",
      "--skip-download",
    ];
    const { stdout, stderr } = spawnSync(join(bin, "checkov"), args, {
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    // Edge: checkov wrote this JSON.
    const { summary, results } = reading(stdout, stderr) as CheckovReport;
    tell(
      "checkov",
      `${stacks.length} stacks, ${summary.passed} checks passed`,
      (performance.now() - start) / 1000,
    );
    // A file that it cannot parse has no findings either.
    expect(summary.parsing_errors).toBe(0);
    const { passed_checks, failed_checks } = results;
    const checked = new Set([...passed_checks, ...failed_checks].map(placeOf));
    const unchecked = stacks
      .flatMap((stack) => checkable(stack))
      .filter((place) => !checked.has(place));
    expect(unchecked).toEqual([]);
    const findings = failed_checks.map((check) => ({
      judge: "checkov" as const,
      rule: check.check_id,
      place: placeOf(check),
    }));
    expect(notAccepted("checkov", findings)).toEqual([]);
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
  function saidOf(
    folder: string,
  ): readonly { readonly issue: string; readonly location: object }[] {
    const args = ["--directory", folder, "--json"];
    const { stdout } = spawnSync(join(bin, "parliament"), args, { encoding: "utf8" });
    const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
    // Edge: parliament wrote this JSON.
    return lines.map(
      (line) => JSON.parse(line) as { readonly issue: string; readonly location: object },
    );
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

  test("fails a policy with an action that does not exist", () => {
    const folder = mkdtempSync(join(runFolder(), "wrong-policy-"));
    mkdirSync(folder, { recursive: true });
    const Statement = [{ Effect: "Allow", Action: "events:PutEvent", Resource: "*" }];
    const content = JSON.stringify({ Version: "2012-10-17", Statement });
    written(folder, [{ name: "wrong.json", content }]);
    expect(saidOf(folder).map(({ issue }) => issue)).toContain("UNKNOWN_ACTION");
  });
});
