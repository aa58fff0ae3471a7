import { machineFacts } from "../machine";
import { isSkipped, type Skipped } from "../measurements/skipped";
import type { TerraformFigures } from "../measurements/terraform";
import type { Results } from "../results";
import { targets, verdictOn } from "../targets";
import { outputTable } from "./output-table";
import {
  coverageTable,
  growthTable,
  importTable,
  ratioTable,
  synthesisTable,
} from "./synthesis-tables";
import { regionStrategyTable } from "./region-strategies";
import { seconds, table, times, whole } from "./table";

function targetTable(results: Results): string {
  return table(targets, [
    ["target", ({ what }) => what],
    ["asked", ({ atLeast, limit, unit }) => `${atLeast ? "at least" : "at most"} ${limit}${unit}`],
    [
      "measured",
      ({ measured, unit }) => {
        const value = measured(results);
        return value === undefined || Number.isNaN(value) ? "–" : `${value.toFixed(2)}${unit}`;
      },
    ],
    ["verdict", (target) => verdictOn(target, results)],
  ]);
}

function terraformTable(results: readonly (TerraformFigures | Skipped)[]): string {
  const measured = results.flatMap((result) => (isSkipped(result) ? [] : [result]));
  const skipped = results.flatMap((result) => (isSkipped(result) ? [result.skipped] : []));
  const reasons = [...new Set(skipped)].map((reason) => `Not measured: ${reason}.`);
  if (measured.length === 0) return reasons.join("\n");
  const rows = table(measured, [
    ["strategy", ({ strategy }) => strategy],
    ["regions", ({ regions }) => whole(regions)],
    ["validate s", ({ validate }) => seconds(validate.ms)],
    ["stand-in's CPU s", ({ validate }) => seconds(validate.standInMs)],
    ["plan s", ({ plan }) => seconds(plan.ms)],
    ["stand-in's CPU s", ({ plan }) => seconds(plan.standInMs)],
  ]);
  return [rows, ...reasons].join("\n\n");
}

function appCommandText({ appCommand }: Results): string {
  if (isSkipped(appCommand)) return `Not measured: ${appCommand.skipped}.`;
  const { ownMs, tsNodeMs } = appCommand;
  return table(
    [
      { command: "`cdktf.json` of this repository (tsx)", ms: ownMs },
      { command: "`npx ts-node main.ts`, as `cdktf init` writes it", ms: tsNodeMs },
    ],
    [
      ["app command", ({ command }) => command],
      ["times as long", ({ ms }) => times(ms / ownMs)],
      ["s", ({ ms }) => seconds(ms)],
    ],
  );
}

/** Everything that was measured, ratios before seconds, as Markdown. */
export function report(results: Results): string {
  const { sizes, terraform } = results;
  return [
    `Measured with ${machineFacts()}.`,
    "### Targets",
    targetTable(results),
    "### Against bare cdktf",
    ratioTable(sizes),
    "### One provider for all regions",
    regionStrategyTable(sizes),
    "### App command",
    appCommandText(results),
    "### Synthesis",
    synthesisTable(sizes),
    importTable(sizes),
    "### CPU time of one account more",
    growthTable(sizes),
    "### What is generated",
    outputTable(sizes),
    "### Coverage",
    coverageTable(sizes),
    "### Terraform",
    terraformTable(terraform),
  ].join("\n\n");
}
