import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { formatted } from "../docs/formatted";
import { againstBare, figure, type SizeResult } from "./sizes";
import { contenders } from "./synthesis";
import { targets, verdictOn, type Results } from "./targets";

/** A column: its title, and what it shows of a row. */
type Column<Row> = readonly [title: string, cell: (row: Row) => string];

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(([title]) => title)),
    // Figures are compared by their last digits.
    line(columns.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join("\n");
}

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

const page = join(__dirname, "README.md");
const begin = "<!-- results:begin -->";
const end = "<!-- results:end -->";

/** Puts the report into the page, between its marks. */
export async function writePage(text: string): Promise<void> {
  const [before, rest] = readFileSync(page, "utf8").split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`bench/README.md has no ${begin} … ${end} to put the results between`);
  }
  const written = `${before}${begin}\n\n${text}\n\n${end}${after}`;
  writeFileSync(page, await formatted(written, "markdown"));
}
