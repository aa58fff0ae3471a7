/**
 * A control of auditors that wants one metric filter in a fixed form, and an alarm on what it counts.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export interface CisControl {
  /** Ends the name of its filter and its alarm. */
  readonly name: string;
  readonly metric: string;
  /** What the pattern holds between its braces, to the character. */
  readonly condition: string;
  /** What has happened where it counts, as a sentence. */
  readonly happened: string;
  /** Its number in Security Hub CSPM; absent: it has none there. */
  readonly securityHub?: string;
  /**
   * Its number in the section on monitoring of the CIS AWS Foundations Benchmark: section 4 of its
   * versions 1.4 to 5, section 5 of 6 and 7.
   */
  readonly item: number;
}

/** An event of one of these names. */
export function named(...events: readonly string[]): string {
  return events.map((name) => `($.eventName=${name})`).join(" || ");
}

/** An event of a service, of one of these names. */
export function of(service: string, ...events: readonly string[]): string {
  return `($.eventSource=${service}.amazonaws.com) && (${named(...events)})`;
}
