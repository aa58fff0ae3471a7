import type { Finding } from "./finding";
import type { RuleId } from "./finding-rules";

/** Findings that somebody has looked at and lives with, until a day. */
export interface Acceptance {
  readonly rule: RuleId;
  /** `STACK ADDRESS`, with `*` for any text. @default - findings that are at no resource */
  readonly resource?: string;
  /** What the finding says beside its rule, with `*` for any text. @default - anything */
  readonly detail?: string;
  readonly reason: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** A finding that counts no more, and why. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly until: string;
}

/** What an entry is about, as a report says it. */
export function acceptedText({ rule, resource = "no resource", detail }: Acceptance): string {
  return `${rule} at ${resource}${detail === undefined ? "" : `, ${detail}`}`;
}
