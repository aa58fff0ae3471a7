import type { Severity } from "../catalog";

/** Where an event stands that is an example of others. */
export interface Example {
  readonly file: string;
  readonly line: number;
  /** In UTC. */
  readonly time: string;
  readonly eventName: string;
}

/** Alerts of one day, kind and route. */
export interface DayCount {
  /** In UTC, such as `2026-11-20`. */
  readonly day: string;
  readonly kind: string;
  readonly severity: Severity;
  /** Title of the route. */
  readonly route: string;
  readonly alerts: number;
}

/** What a recipient would have got. */
export interface RecipientCount {
  /** An https address as its host and a digest; of a topic that exists, its ARN stands for its subscribers. */
  readonly recipient: string;
  readonly routes: readonly string[];
  readonly messages: number;
  /** Most messages of one day, and that day. */
  readonly most: number;
  readonly day: string;
}

/** What an entry of `ignore` left out. */
export interface IgnoredCount {
  /** Its place in `ignore`, from 1. */
  readonly entry: number;
  /** Its reason, and until when it stands. */
  readonly note: string;
  readonly events: number;
}

/** Events about sign-ins of which no recipient is notified, for one reason. */
export interface SilentCount {
  /** Absent: no kind takes them. */
  readonly kind?: string;
  readonly reason: string;
  /** Whether the configuration wants it so. */
  readonly onPurpose: boolean;
  readonly events: number;
  /** The first in the order of reading. */
  readonly example: Example;
}

/** When a topic of mailboxes or phones would have been offered too much. */
export interface Flood {
  readonly route: string;
  readonly topicArn: string;
  /** Seconds with ten messages or more, at which SNS suspends subscriptions of mail. */
  readonly seconds: number;
  /** The first of the seconds with the most messages, and how many. */
  readonly worstSecond: { readonly time: string; readonly messages: number };
  /** Minutes with more messages than a person can read. */
  readonly minutes: number;
  /** The first of the minutes with the most messages, and how many. */
  readonly worstMinute: { readonly time: string; readonly messages: number };
}

/** What could not be read. */
export interface Unread {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** Real events of the past, and what a configuration would have made of them. */
export interface BacktestResult {
  readonly files: number;
  /** Accounts and regions whose event history was read. */
  readonly places: number;
  /** Records that were read, all others of this list included. */
  readonly records: number;
  /** Records that were in several files, and counted once. Only of those about sign-ins. */
  readonly repeated: number;
  /** Records of types that EventBridge does not deliver. */
  readonly undelivered: number;
  /** Records that are not about sign-ins. */
  readonly others: number;
  /** Events about sign-ins, each once. */
  readonly signIns: number;
  /** Events of which some recipient is notified. */
  readonly alerted: number;
  /** Events that entries of `ignore` leave out. */
  readonly ignoredEvents: number;
  /** The first and the last day that a record is of; absent: none is about a sign-in. */
  readonly days?: { readonly first: string; readonly last: string };
  /** Sorted by day, severity, kind and route. */
  readonly alerts: readonly DayCount[];
  readonly recipients: readonly RecipientCount[];
  /** Every entry of the configuration, in its order. */
  readonly ignored: readonly IgnoredCount[];
  /** Gaps first, then most events first. */
  readonly silent: readonly SilentCount[];
  readonly floods: readonly Flood[];
  /** Messages in a minute that are too many. */
  readonly perMinute: number;
  /** The first of what could not be read. */
  readonly unread: readonly Unread[];
  /** How many could not be read. */
  readonly unreadCount: number;
}
