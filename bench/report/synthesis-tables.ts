import type { ContenderName } from "../contenders/contender";
import type { SizeResult } from "../measurements/sizes";
import { figure, growth, ratio } from "../measurements/statistics";
import type { Synthesis } from "../processes/synthesis";
import { megabytes, seconds, table, times, whole, type Column } from "./table";

type Key = keyof Synthesis;

const size: readonly Column<SizeResult>[] = [
  ["strategy", (row) => row.size.strategy],
  ["accounts", (row) => whole(row.size.accounts)],
  ["regions", (row) => whole(row.size.regions)],
];

function against(title: string, one: ContenderName, other: ContenderName, key: Key) {
  const column: Column<SizeResult> = [title, (row) => times(ratio(row.rounds, one, other, key))];
  return column;
}

function amount(title: string, contender: ContenderName, key: Key, format: typeof seconds) {
  const column: Column<SizeResult> = [title, (row) => format(figure(row.rounds, contender, key))];
  return column;
}

/** What this package takes, for one of what bare cdktf takes. */
export function ratioTable(results: readonly SizeResult[]): string {
  return table(results, [
    ...size,
    against("library: CPU time", "library", "bare", "cpuMs"),
    against("time", "library", "bare", "synthMs"),
    against("memory", "library", "bare", "peakBytes"),
    against("app: CPU time", "app", "bare", "cpuMs"),
    against("memory", "app", "bare", "peakBytes"),
    against("plain-json: CPU time", "plain-json", "bare", "cpuMs"),
    against("memory", "plain-json", "bare", "peakBytes"),
  ]);
}

/** Seconds and megabytes. */
export function synthesisTable(results: readonly SizeResult[]): string {
  const contenders = ["library", "app", "bare", "plain-json"] as const;
  return table(results, [
    ...size,
    ...contenders.map((name) => amount(`${name} s`, name, "synthMs", seconds)),
    ...contenders.map((name) => amount(`${name} MB`, name, "peakBytes", megabytes)),
    ["runs", (row) => whole(row.rounds.length)],
  ]);
}

/** Time of one account more, each size against the second smallest of its strategy and regions. */
export function growthTable(results: readonly SizeResult[]): string {
  const rows = results.flatMap((large) => {
    const [smallest, small] = results.filter(
      ({ size: { strategy, regions } }) =>
        strategy === large.size.strategy && regions === large.size.regions,
    );
    if (!smallest || !small || large === smallest || large === small) return [];
    const of = (contender: ContenderName): string =>
      times(growth(contender, smallest, small, large));
    return [{ large, small, of }];
  });
  return table(rows, [
    ["strategy", ({ large }) => large.size.strategy],
    ["regions", ({ large }) => whole(large.size.regions)],
    ["accounts", ({ large }) => whole(large.size.accounts)],
    ["against", ({ small }) => whole(small.size.accounts)],
    ["library", ({ of }) => of("library")],
    ["app", ({ of }) => of("app")],
    ["bare", ({ of }) => of("bare")],
  ]);
}

/** Seconds to load the modules, which do not depend on the size. */
export function importTable(results: readonly SizeResult[]): string {
  const contenders = ["library", "app", "bare", "plain-json"] as const;
  const rounds = results.flatMap((result) => result.rounds);
  return table(contenders, [
    ["contender", (name) => name],
    ["import s", (name) => seconds(figure(rounds, name, "importMs"))],
  ]);
}

/** How long the check of what was generated takes. */
export function coverageTable(results: readonly SizeResult[]): string {
  return table(results, [
    ...size,
    [
      "of synthesis",
      ({ coverage, rounds }) =>
        times((coverage.inventoryMs + coverage.traceMs) / figure(rounds, "library", "synthMs")),
    ],
    ["read s", ({ coverage }) => seconds(coverage.inventoryMs)],
    ["trace s", ({ coverage }) => seconds(coverage.traceMs)],
    ["MB", ({ coverage }) => megabytes(coverage.peakBytes)],
    ["alerts", ({ coverage }) => whole(coverage.alerts)],
    ["lost", ({ coverage }) => whole(coverage.lost)],
  ]);
}
