import { formatPath, formatProblem, type Problem } from "./problem";
import type { Position } from "./yaml-source";

/** A problem and where in the file it stands. */
export type LocatedProblem = Problem & Position;

function format(file: string, problem: LocatedProblem): string {
  const place = `${file}:${problem.line}:${problem.column}  ${formatPath(problem.path)}`;
  return `${place.trimEnd()}\n${formatProblem(problem)}`;
}

/** Thrown when a configuration file cannot be used; its message is all that a user needs. */
export class ConfigurationFileError extends Error {
  public override readonly name = "ConfigurationFileError";

  constructor(
    file: string,
    public readonly problems: readonly LocatedProblem[],
  ) {
    const count = `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
    super(
      `${problems.map((problem) => format(file, problem)).join("\n\n")}\n\n${count} in ${file}; nothing was generated.`,
    );
  }
}
