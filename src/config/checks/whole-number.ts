import type { Problem, ProblemPath } from "../problem";

/** What a number must be. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** What the number counts, in the plural. */
  readonly unit: string;
  readonly problem: string;
  readonly fix: string;
}

/** Whether a value is a whole number within its limits. */
export function checkWholeNumber(
  path: ProblemPath,
  value: number | undefined,
  { least, most, unit, problem, fix }: Range,
): readonly Problem[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [{ path, value, problem, allowed: `a whole number of ${unit}, ${least} to ${most}`, fix }];
}
