import { formatPath, formatProblem, type Problem } from "./problem";
import type { Position } from "./yaml-source";

/** A problem and where in the file it stands. */
export type LocatedProblem = Problem & Position;

/** Problems of one key and one rule that are explained in full; of the others their place and fix are said. */
const mostExplained = 20;

function placeOf(file: string, { line, column, path }: LocatedProblem): string {
  return `${file}:${line}:${column}  ${formatPath(path)}`.trimEnd();
}

/** Every problem, in order: an organization has thousands of accounts, which may all have the same fault. */
function format(file: string, problems: readonly LocatedProblem[]): string {
  const seen = new Map<string, number>();
  return problems
    .map((problem, i) => {
      const rule = JSON.stringify([
        problem.path.filter((step) => typeof step === "string"),
        problem.allowed,
      ]);
      const before = seen.get(rule) ?? 0;
      seen.set(rule, before + 1);
      const place = placeOf(file, problem);
      const isBrief = before >= mostExplained;
      const text = isBrief
        ? `${place}\n  fix:     ${problem.fix}`
        : `${place}\n${formatProblem(problem)}`;
      return `${i === 0 ? "" : isBrief ? "\n" : "\n\n"}${text}`;
    })
    .join("");
}

/** Thrown when a configuration file cannot be used; its message is all that a user needs. */
export class ConfigurationFileError extends Error {
  public override readonly name = "ConfigurationFileError";

  constructor(
    file: string,
    public readonly problems: readonly LocatedProblem[],
  ) {
    const count = `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
    super(`${format(file, problems)}\n\n${count} in ${file}; nothing was generated.`);
  }
}
