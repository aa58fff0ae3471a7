import type { Severity } from "../catalog";
import type { Finding, Hop } from "./finding";

/** A message that arrives. */
export interface Delivery {
  /** Alert kind, by the pattern of its rule. */
  readonly kind: string;
  readonly severity?: Severity;
  /** ARN of the topic. */
  readonly topic: string;
  /** `protocol:endpoint` of each subscription, sorted. */
  readonly recipients: readonly string[];
  /** Subject of the mail, where the message has one of its own: otherwise SNS gives a fixed one. */
  readonly subject?: string;
  /** The message as its reader sees it. */
  readonly text: string;
  /** What programs among the recipients get instead of the text. @default - all get the text */
  readonly json?: { readonly recipients: readonly string[]; readonly text: string };
  readonly hops: readonly Hop[];
}

/** A topic that an alert reaches: whom it notifies, and of what. */
export type NotifiedTopic = Pick<Delivery, "kind" | "severity" | "topic" | "recipients">;

/** Why a configuration has no recipient notified of an event. */
export interface Silence {
  readonly reason: string;
  /** False where no route takes the event and the configuration does not accept that: a gap. */
  readonly onPurpose: boolean;
}

/** A path that ended without a delivery. */
export interface BlockedPath {
  /** The steps that the event took. */
  readonly hops: readonly Hop[];
  /** What ended it: one of the blockers of the trace. */
  readonly blocker: Finding;
}

/** Where an event went. */
export interface TraceResult {
  readonly deliveries: readonly Delivery[];
  /** Where its paths ended without a delivery; empty when nothing was in the way. */
  readonly blockers: readonly Finding[];
  /** How far the event came before each blocker. @default - the steps are not known */
  readonly blockedPaths?: readonly BlockedPath[];
  /** What is wrong though the event arrived, such as two deliveries to one topic. */
  readonly findings: readonly Finding[];
  /** Why the configuration has no recipient notified of it. @default - it has, or there is none */
  readonly silence?: Silence;
}
