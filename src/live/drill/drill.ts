import type { LivePlace } from "../answer";

/** A topic of a route, on which the drill listens. */
export interface WatchedTopic {
  readonly arn: string;
  /** Titles of the routes that it serves. */
  readonly routes: readonly string[];
}

/** What must arrive, and where. */
export interface ExpectedAlert extends LivePlace {
  readonly topic: WatchedTopic;
  /** What the message has to hold, such as the name of the session, and after it none of a name's characters. */
  readonly mark: string;
}

/** Times of an alert on its way, ISO 8601 in UTC; those that the message does not hold are absent. */
export interface Hops {
  /** When the record says that it happened, to the second. */
  readonly event?: string;
  /** When SNS got it from EventBridge. */
  readonly published?: string;
  /** When the queue got it from SNS. */
  readonly queued?: string;
}

/** An alert that arrived. */
export interface Arrival {
  readonly hops: Hops;
  /** Region that the record names; absent: the message shows none. */
  readonly recordedIn?: string;
}

/**
 * What became of an expected alert.
 * - `arrived`
 * - `missing`: nothing came as long as it was waited for
 * - `not known`: it was not caused, or not waited for
 */
export type DrilledAlert = Pick<ExpectedAlert, "account" | "region" | "topic"> &
  (
    | ({ readonly outcome: "arrived" } & Arrival)
    | { readonly outcome: "missing" | "not known"; readonly reason: string }
  );

/** Something that the drill created and could not remove. */
export interface Leftover {
  readonly what: string;
  /** Calls that remove it, as a program and its arguments. */
  readonly remove: readonly string[];
}
