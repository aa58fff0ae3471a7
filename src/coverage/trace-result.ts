import type { Severity } from "../catalog";

/** A resource of the generated Terraform, as people find it. */
export interface ResourceAddress {
  /** Stack that holds the resource. */
  readonly stack: string;
  /** Address in that stack, such as `aws_sns_topic.Resource`. */
  readonly address: string;
}

/** One station of an event on its way: what it passed, and why it may go on. */
export interface Hop {
  /** What the station is, such as `forwarding rule` or `event bus policy`. */
  readonly name: string;
  readonly resource?: ResourceAddress;
  /** Why the event goes on, in words. */
  readonly reason: string;
}

/** Why an event goes no further, and at which resource. */
export interface Stop {
  readonly name: string;
  readonly resource?: ResourceAddress;
  readonly reason: string;
}

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
  /** Where its ways ended without a delivery; empty when nothing was in the way. */
  readonly stops: readonly Stop[];
  /** What is wrong though the event arrived, such as two deliveries to one topic. */
  readonly findings: readonly Stop[];
}
