import type { EventSet } from "./event-set";
import type { FieldName } from "./fields";
import type { SampleEvent } from "./sample-event";

/** How much an alert matters, least first. */
export const severities = ["info", "low", "medium", "high", "critical"] as const;

/** How much an alert matters. */
export type Severity = (typeof severities)[number];

/** Who can cause an event: somebody without credentials, or not. */
export type Cause = "anybody" | "signed-in";

/**
 * Kinds that somebody without credentials can cause, and the others: each for a topic of its own where
 * mailboxes are subscribed.
 */
export function byCause(
  kinds: readonly AlertKind[],
): readonly [open: readonly AlertKind[], rest: readonly AlertKind[]] {
  return [
    kinds.filter(({ causedBy }) => causedBy === "anybody"),
    kinds.filter(({ causedBy }) => causedBy !== "anybody"),
  ];
}

/** The words of an alert. */
export interface AlertMessage {
  /**
   * First line: who did what, where, and how it ended. `<name>` stands for the field of that name,
   * `<actor>` for the best name of who acted.
   */
  readonly headline: string;
  /**
   * Fields that name who acted, for texts that EventBridge writes: it can only put them side by side.
   * A function finds the best name by itself. @default none
   */
  readonly actor?: readonly FieldName[];
  /**
   * Sentences that AWS is known to write as `errorMessage` of these events; of any other only a function
   * shows the text. @default none
   */
  readonly reasons?: readonly string[];
  /**
   * Fields that a function alone shows: for texts that EventBridge writes, another rule would be needed, or a
   * label would have nothing after it. @default none
   */
  readonly onlyFormatted?: readonly FieldName[];
  /** Fields whose text nobody has made sure of: not shown, for it could keep the alert. @default none */
  readonly hidden?: readonly FieldName[];
  /** Labelled lines below it, in this order: only fields that every event has, or `onlyFormatted` ones. */
  readonly lines: readonly FieldName[];
}

/**
 * One kind of sign-in event: everything this package knows about it. Rules, messages, coverage and
 * documentation are derived from it.
 */
export interface AlertKind {
  /** Identifier in configuration and resource names: lower-case words with hyphens. */
  readonly name: string;
  /** What it is, for documentation: a phrase that begins a sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Whether an organization whose configuration does not name the kind is notified of it. */
  readonly onByDefault: boolean;
  /**
   * Who can cause its events: `anybody` on the internet, without credentials and so in any number, or only
   * who is `signed-in`, or about to be. Where AWS does not say, anybody can. A mailbox is notified of the
   * former through a topic of its own: SNS suspends a subscription that is offered more than ten mails a second.
   * @see https://docs.aws.amazon.com/general/latest/gr/sns.html
   */
  readonly causedBy: Cause;
  /** Exactly the events of this kind. No event is of two kinds. */
  readonly events: EventSet;
  /**
   * Whether CloudTrail marks the events read-only, so that only rules asking for those see them.
   * Where AWS does not say, rules ask for them, and the trail does not log them for it.
   */
  readonly readOnly: boolean | "unknown";
  /** Where the events are recorded: everywhere, or only in the region of IAM's own events. */
  readonly recordedIn: "every-region" | "global-region";
  /**
   * The same events, asked for by the ARN of a role instead of its name: for rules that leave out some
   * roles by name, as one pattern asks a field once. @default - no event is asked for by a role's name
   */
  readonly eventsByRoleArn?: EventSet;
  /** Whether records by the session of a role leave out which role it is of. @default false */
  readonly withoutSessionIssuer?: true;
  /** Whether records leave out the ARN of who acted, so that none is ignored by it. @default false */
  readonly withoutArn?: true;
  /**
   * What becomes of its events by watched principals: they are sign-ins or failures of the watch, which
   * takes them from this kind. @default - they stay
   */
  readonly watchedAs?: "sign-in" | "failure";
  /** Events that are of a watch instead. @default none */
  readonly watched?: EventSet;
  /** Kinds that it consists of, each told by rules with a message of its own. @default - itself */
  readonly parts?: readonly AlertKind[];
  /**
   * Kinds of which every event is forwarded for it, whoever acts: the hub's rules choose. Member accounts
   * then do not change with it, and do not show whom it names. @default - itself
   */
  readonly forwardedAs?: readonly AlertKind[];
  /** Name of the kind of the catalog that it has the words of. @default - its own */
  readonly wordsOf?: string;
  /** Ids of the only accounts that have its events. @default - any may */
  readonly accounts?: readonly string[];
  readonly message: AlertMessage;
  /**
   * The organization's own line in every message, such as where the runbook is: 1 to 200 characters that
   * are seen, none of `"`, `\\`, `<`, `>`, `{` and `}`, which would break a template. @default none
   */
  readonly note?: string;
  /** One event of the kind, to be placed in any account and region. */
  readonly sample: SampleEvent;
}
