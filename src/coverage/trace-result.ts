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
  readonly hops: readonly Hop[];
}

/** Where an event went. */
export interface TraceResult {
  readonly deliveries: readonly Delivery[];
  /** Where its paths ended without a delivery; empty when nothing was in the way. */
  readonly blockers: readonly Finding[];
  /** What is wrong though the event arrived, such as two deliveries to one topic. */
  readonly findings: readonly Finding[];
  /** Why the configuration wants nobody to be notified of it. @default - it does, or there is none */
  readonly silence?: string;
}
