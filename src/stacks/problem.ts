import { closest, distance } from "fastest-levenshtein";

/** Where a problem is: keys and indices from the top of the configuration. */
export type ProblemPath = readonly (string | number)[];

/** Something wrong with a configuration, in words for the person who wrote it. */
export interface Problem {
  readonly path: ProblemPath;
  /** The value found, or undefined where it is missing. */
  readonly value: unknown;
  readonly problem: string;
  readonly allowed: string;
  readonly fix: string;
}

/** The path as people write it: `accounts[2].id`. */
export function formatPath(path: ProblemPath): string {
  return path
    .map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join("");
}

/** The candidate that somebody who wrote `text` most likely meant, or undefined. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const candidate = closest(text, candidates);
  return distance(text, candidate) <= Math.max(2, text.length / 3) ? candidate : undefined;
}

function formatProblem({ path, value, problem, allowed, fix }: Problem): string {
  return [
    `${formatPath(path)}: ${problem}`,
    `  value:   ${value === undefined ? "(none)" : JSON.stringify(value)}`,
    `  allowed: ${allowed}`,
    `  fix:     ${fix}`,
  ].join("\n");
}

/** Thrown before anything is generated, with every problem of a configuration. */
export class InvalidConfigurationError extends Error {
  public override readonly name = "InvalidConfigurationError";

  constructor(public readonly problems: readonly Problem[]) {
    super(
      `${problems.length} problem${problems.length === 1 ? "" : "s"} in the configuration of sign-in alerts\n\n${problems
        .map(formatProblem)
        .join("\n\n")}`,
    );
  }
}
