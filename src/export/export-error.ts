import type { ExportProblem } from "./report";

/** Everything that stands against an export; nothing was written. */
export class ExportError extends Error {
  override readonly name = "ExportError";

  constructor(readonly problems: readonly ExportProblem[]) {
    super(problems.map(({ place, problem }) => `${place}: ${problem}`).join("\n"));
  }
}
