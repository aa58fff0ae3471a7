import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { runFolder } from "../../run-folder";
import { describeJudged, tell } from "../describe-judged";
import { notAccepted } from "./accepted-findings";
import { generatedTemplates, written } from "./generated";
import { reading } from "./reading";

const templates = generatedTemplates();
const files = written(mkdtempSync(join(runFolder(), "templates-")), templates);

describeJudged("cfn-lint", ["cfn-lint"], ({ "cfn-lint": { bin } }) => {
  /** What it says of templates, warnings included. */
  function saidOf(paths: readonly string[]): readonly { readonly Rule: { readonly Id: string } }[] {
    const args = ["--format", "json", "--", ...paths];
    const { stdout, stderr } = spawnSync(join(bin, "cfn-lint"), args, { encoding: "utf8" });
    // Edge: cfn-lint wrote this JSON.
    return reading(stdout, stderr) as readonly { readonly Rule: { readonly Id: string } }[];
  }

  test("has no error and no warning for any template", () => {
    const start = performance.now();
    const said = saidOf(files) as readonly {
      readonly Rule: { readonly Id: string };
      readonly Filename: string;
      readonly Location: { readonly Path: readonly (string | number)[] | null };
    }[];
    tell("cfn-lint", `${files.length} templates`, (performance.now() - start) / 1000);
    const findings = said.map(({ Rule, Filename, Location }) => ({
      judge: "cfn-lint" as const,
      rule: Rule.Id,
      place: `${basename(Filename)} ${(Location.Path ?? []).join("/")}`,
    }));
    expect(notAccepted("cfn-lint", findings)).toEqual([]);
  });

  test("fails a template with a property that does not exist", () => {
    const content = JSON.stringify({
      Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { Nmae: "x" } } },
    });
    const folder = mkdtempSync(join(runFolder(), "wrong-"));
    const said = saidOf(written(folder, [{ name: "wrong.json", content }]));
    expect(said.map(({ Rule }) => Rule.Id)).toContain("E3002");
  });
});

interface GuardReport {
  readonly name: string;
  readonly compliant: readonly string[];
  readonly not_compliant: readonly { readonly Rule: { readonly name: string } }[];
}

describeJudged("Control Tower's rules", ["cfn-guard"], ({ "cfn-guard": { program, rules } }) => {
  test("accept every template", () => {
    const start = performance.now();
    const data = files.flatMap((file) => ["--data", file]);
    const format = ["--structured", "--output-format", "json", "--show-summary", "none"];
    const { stdout, stderr } = spawnSync(
      program,
      ["validate", ...data, "--rules", rules, ...format],
      {
        encoding: "utf8",
        maxBuffer: 1e8,
      },
    );
    // Edge: cfn-guard wrote this JSON.
    const reports = reading(stdout, stderr) as readonly GuardReport[];
    tell("cfn-guard", `${files.length} templates`, (performance.now() - start) / 1000);
    expect(reports).toHaveLength(files.length);
    // Rules ran: those of the types that a template has either hold or don't.
    for (const { compliant } of reports) expect(compliant.length).toBeGreaterThan(0);
    const findings = reports.flatMap(({ name, not_compliant }) =>
      not_compliant.map(({ Rule }) => ({
        judge: "cfn-guard" as const,
        rule: Rule.name,
        place: basename(name),
      })),
    );
    expect(notAccepted("cfn-guard", findings)).toEqual([]);
  });
});
