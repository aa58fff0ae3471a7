import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { table, writeBetween, type Column } from "./markdown";
import { againstBare, figure, type SizeResult } from "./sizes";
import { contenders } from "./synthesis";
import { targets, verdictOn, type Results } from "./targets";

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** Milliseconds as seconds. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 10_000 ? 2 : 0);
}

/** Bytes as megabytes. */
export function megabytes(bytes: number): string {
  return whole(bytes / 2 ** 20);
}

const size: readonly Column<SizeResult>[] = [
  ["strategy", (row) => row.size.strategy],
  ["accounts", (row) => whole(row.size.accounts)],
  ["regions", (row) => whole(row.size.regions)],
];

function targetTable(results: Results): string {
  return table(targets, [
    ["target", ({ what }) => what],
    ["asked", ({ atLeast, limit, unit }) => `${atLeast ? "at least" : "at most"} ${limit}${unit}`],
    [
      "measured",
      (target) => {
        if (verdictOn(target, results) === "not measured") return "–";
        return `${(target.measured(results) ?? Number.NaN).toFixed(2)}${target.unit}`;
      },
    ],
    ["verdict", (target) => verdictOn(target, results)],
  ]);
}

/** Everything that was measured, ratios before seconds, as Markdown. */
export function report(results: Results): string {
  const { sizes, appCommand } = results;
  const ratio = (contender: "library" | "app", key: "cpuMs" | "synthMs" | "peakBytes") => {
    return (row: SizeResult): string => againstBare(row, contender, key).toFixed(2);
  };
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `Measured with ${cpus().length} cores, ${gigabytes} GB of memory, Node.js ${process.versions.node}.`,
    "### Targets",
    targetTable(results),
    ...("skipped" in appCommand ? [`No app command was measured: ${appCommand.skipped}.`] : []),
    "### Against bare cdktf",
    table(sizes, [
      ...size,
      ["library: CPU time", ratio("library", "cpuMs")],
      ["time", ratio("library", "synthMs")],
      ["memory", ratio("library", "peakBytes")],
      ["app: CPU time", ratio("app", "cpuMs")],
      ["memory", ratio("app", "peakBytes")],
    ]),
    "### Synthesis",
    table(sizes, [
      ...size,
      ...contenders.map((name): Column<SizeResult> => {
        return [`${name} s`, (row) => seconds(figure(row, name, "synthMs"))];
      }),
      ...contenders.map((name): Column<SizeResult> => {
        return [`${name} MB`, (row) => megabytes(figure(row, name, "peakBytes"))];
      }),
      ["runs", (row) => whole(row.rounds.length)],
    ]),
  ].join("\n\n");
}

/** Puts the report into the page. */
export async function writePage(text: string): Promise<void> {
  await writeBetween(join(__dirname, "README.md"), "results", text);
}
