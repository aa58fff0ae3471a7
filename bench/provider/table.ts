import { table, type Column } from "../markdown";
import type { AccountSize } from "./account-stack";
import type { Usage } from "./process-tree";

/** A command's time and memory. */
export type CommandUsage = Usage & { readonly seconds: number };

/** What was measured of an account's stack. */
export interface Measured extends AccountSize {
  /** What this version of the provider does not have; the stack was measured without it. */
  readonly unknown: readonly string[];
  readonly validate: CommandUsage;
  readonly plan: CommandUsage;
}

/** Each command's columns, and what was measured otherwise than it is generated. */
export function tableOf(results: readonly Measured[], version: string): string {
  const columns = (command: "validate" | "plan"): readonly Column<Measured>[] => [
    [`${command}: seconds`, (row) => row[command].seconds.toFixed(1)],
    [`${command}: GB`, (row) => gigabytes(row[command].sharedOnceBytes)],
    [`${command}: GB, each process whole`, (row) => gigabytes(row[command].residentBytes)],
  ];
  const without = [...new Set(results.flatMap(({ unknown }) => unknown))].sort();
  const mark = (row: Measured): string =>
    row.unknown.length > 0 ? `${row.strategy} ¹` : row.strategy;
  const rows = table(results, [
    ["strategy", mark],
    ["regions", (row) => String(row.regions)],
    ["provider processes", (row) => String(row.plan.providers)],
    ...columns("validate"),
    ...columns("plan"),
  ]);
  if (without.length === 0) return rows;
  return `${rows}\n\n¹ Not what is generated, which version ${version} cannot run: measured without what it does not have (${without.join(", ")}), so with as many resources and one provider, all in its region.`;
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}
