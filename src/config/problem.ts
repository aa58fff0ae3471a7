import { distance } from "fastest-levenshtein";
import { withoutAddresses } from "../aws/shown-endpoint";
import { printable } from "../json/printed";
import type { Edit, ProblemPath } from "./edit";

export type { Edit, ProblemPath };

/** Something wrong with a configuration, in words for the person who wrote it. */
export interface Problem {
  readonly path: ProblemPath;
  /** The value found, or undefined where it is missing. */
  readonly value: unknown;
  readonly problem: string;
  readonly allowed: string;
  readonly fix: string;
  /**
   * The first thing that `fix` proposes, as changes to make one after the other. Absent where it takes
   * a decision or a value that only a person has.
   */
  readonly edits?: readonly Edit[];
}

function formatStep(step: string | number, i: number): string {
  if (typeof step === "number") return `[${step}]`;
  if (!/^[\w-]{1,64}$/.test(step)) return `[${formatValue(step)}]`;
  return i === 0 ? step : `.${step}`;
}

/** The path as people write it: `accounts[2].id`. */
export function formatPath(path: ProblemPath): string {
  return path.map(formatStep).join("");
}

const longestValue = 160;

/** Addresses are often credentials, and logs of CI are read by many. */
function shownText(text: string): string {
  return printable(withoutAddresses(text));
}

/** A value on one line, cut where it would fill the screen. */
export function formatValue(value: unknown): string {
  if (value === undefined) return "(none)";
  try {
    const text = typeof value === "number" ? String(value) : shownText(JSON.stringify(value));
    return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
  } catch {
    return "(a value that contains itself)";
  }
}

/** The lines of a message that follow the place of a problem. */
export function formatProblem({ value, problem, allowed, fix }: Omit<Problem, "path">): string {
  return [
    `  problem: ${problem}`,
    `  value:   ${formatValue(value)}`,
    `  allowed: ${allowed}`,
    `  fix:     ${fix}`,
  ].join("\n");
}

/** How many letters may differ: fewer in a short word, where everything is near everything. */
function tolerance(length: number): number {
  return Math.min(Math.floor(length / 2), Math.max(2, Math.floor(length / 3)));
}

/** The candidate that was most likely meant by `text`, or undefined. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const written = text.toLowerCase();
  if (written.length > 100) return undefined;
  const [best] = candidates
    .map((candidate) => ({ candidate, apart: distance(written, candidate.toLowerCase()) }))
    .filter(({ apart }) => apart <= tolerance(written.length))
    .sort((a, b) => a.apart - b.apart);
  return best?.candidate;
}

/** Thrown before anything is generated, with every problem of a configuration. */
export class InvalidConfigurationError extends Error {
  public override readonly name = "InvalidConfigurationError";

  constructor(public readonly problems: readonly Problem[]) {
    super(
      `${problems.length} problem${problems.length === 1 ? "" : "s"} in the configuration of sign-in alerts\n\n${problems
        .map((problem) => `${formatPath(problem.path)}:\n${formatProblem(problem)}`)
        .join("\n\n")}`,
    );
    // The message has them all: Node.js, which prints an error that nobody catches, need not repeat them.
    Object.defineProperty(this, "problems", { enumerable: false });
  }
}
