/** A measurement that was not made, and why. */
export interface Skipped {
  readonly skipped: string;
}

/** True for what was not measured. */
export function isSkipped(result: object): result is Skipped {
  return "skipped" in result;
}
