import { shownName } from "../json/printed";
import type { StackChange } from "./generated-stacks";

/** What a run of an app did. */
export interface Synthesis {
  /** That of the stacks. */
  readonly folder: string;
  /** Names of the app's stacks. */
  readonly stacks: readonly string[];
  /** One that may be deployed first. */
  readonly first: string | undefined;
  readonly changes: readonly StackChange[];
  readonly warnings: readonly string[];
  /** The command that says who would be notified, where the app has an organization. */
  readonly coverage: string | undefined;
  /** The command that plans every stack. */
  readonly plan: string;
}

/** More than these would fill the screen. */
const most = 20;

/** Rows as columns of equal width, with a count in the place of those that are too many. */
function table(rows: readonly (readonly [string, ...string[]])[]): readonly string[] {
  const shown = rows.length > most ? rows.slice(0, most - 1) : rows;
  const width = Math.max(...shown.map(([name]) => name.length));
  const left = rows.length - shown.length;
  return [
    ...shown.map(([name, ...others]) => `  ${name.padEnd(width)}  ${others.join("  ")}`.trimEnd()),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ];
}

function filesOf({ state, ...files }: StackChange): string {
  if (state !== "changed") return state;
  return (["added", "changed", "removed"] as const)
    .filter((what) => files[what].length > 0)
    .map((what) => `${what} ${files[what].map(shownName).join(", ")}`)
    .join("; ");
}

function stackLines({ folder, stacks, changes }: Synthesis): readonly string[] {
  const count = `${stacks.length} ${stacks.length === 1 ? "stack" : "stacks"}`;
  const begin = `${count} in ${shownName(folder)}`;
  if (changes.length === 0) return [`${begin}, unchanged since the last run.`];
  const changed = changes.filter(({ stack }) => stacks.includes(stack)).length;
  const isFirst = changed === stacks.length && changes.every(({ state }) => state === "new");
  const rows = changes.map((change) => [shownName(change.stack), filesOf(change)] as const);
  if (isFirst) return [`${begin}:`, ...table(rows.map(([name]) => [name]))];
  const unchanged = stacks.length - changed;
  return [
    `${begin}. Since the last run:`,
    ...table(rows),
    ...(unchanged > 0 ? [`  … and ${unchanged} unchanged`] : []),
  ];
}

function nextLines({ folder, first, coverage, plan }: Synthesis): readonly string[] {
  if (first === undefined) return [];
  const name = shownName(first);
  const check = "who would be notified of which sign-in";
  return [
    "",
    "Next:",
    ...table([
      ...(coverage === undefined ? [] : [[coverage, check] as const]),
      [plan, "the plans of all stacks, in the order of deployment"],
      [`terraform -chdir=${shownName(folder)}/${name} plan`, "that of one, after init"],
    ]),
  ];
}

/** The lines that a run ends with. */
export function synthesisSummary(synthesis: Synthesis): string {
  const warnings = synthesis.warnings.map((warning) => `! ${warning}`);
  return [...stackLines(synthesis), ...warnings, ...nextLines(synthesis), ""].join("\n");
}
