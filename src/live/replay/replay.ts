import type { LivePlace } from "../answer";

/** Events that EventBridge is to send to an event bus again. */
export interface WantedReplay extends LivePlace {
  readonly name: string;
  readonly archiveArn: string;
  readonly busArn: string;
  /** Rules that get the events; none: every rule of the event bus. */
  readonly ruleArns: readonly string[];
  /** Times of the events, ISO 8601 in UTC; the last is not among them. */
  readonly from: string;
  readonly to: string;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeReplay.html */
export type ReplayState =
  "STARTING" | "RUNNING" | "CANCELLING" | "COMPLETED" | "CANCELLED" | "FAILED";

/** How a replay stands, says AWS; it does not say how many events there were. */
export interface ReplayStanding {
  readonly state: ReplayState;
  /** Why it is in that state, in the words of AWS. */
  readonly reason?: string;
  /** Time of the last event that was sent, ISO 8601 in UTC; absent: none was. */
  readonly lastEvent?: string;
}

/**
 * What became of a replay.
 * - `ended`: AWS says so
 * - `interrupted`: nobody waited for its end, which it will come to by itself
 * - `not known`: it was started, and AWS no longer says how it stands
 */
export type ReplayEnd =
  | ({ readonly end: "ended" } & ReplayStanding)
  | ({ readonly end: "interrupted" } & ReplayStanding)
  | { readonly end: "not known"; readonly reason: string };

/** Whether a replay sends nothing more. */
export function hasEnded({ state }: ReplayStanding): boolean {
  return state === "COMPLETED" || state === "CANCELLED" || state === "FAILED";
}
