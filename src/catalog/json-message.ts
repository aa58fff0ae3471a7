import { findKind } from "./catalog";
import { EventFields } from "./event-fields";
import type { FieldName } from "./fields";
import type { FormattedMessage, FormattingContext } from "./formatted-message";
import { readFormatterInput } from "./formatter-input";
import { plainValue } from "./plain-value";

/** What a message can be written as: text for people, or JSON for programs. */
export const messageFormats = ["text", "json"] as const;

/** What a message can be written as. */
export type MessageFormat = (typeof messageFormats)[number];

/** Protocols of SNS whose subscribers are programs, so that they can be given JSON. */
export const jsonProtocols = ["https", "lambda", "sqs"] as const;

/** A protocol of SNS whose subscribers can be given JSON. */
export type JsonProtocol = (typeof jsonProtocols)[number];

/** An alert as a program reads it. A text has no control characters but the line breaks of `text`. */
export interface JsonMessage {
  /** Of this form: fields are added without another number. */
  readonly version: 1;
  /** At most 143 letters, digits and `-_/`: the same for what should be one incident. */
  readonly deduplicationKey: string;
  readonly kind: string;
  readonly severity: FormattedMessage["severity"];
  readonly subject: string;
  readonly text: string;
  /** 12 digits. */
  readonly account?: string;
  readonly accountName?: string;
  readonly region?: string;
  /** Of the event, in UTC. */
  readonly time?: string;
  /** CloudTrail's, or EventBridge's for what CloudTrail does not record. */
  readonly eventId?: string;
  /** Name of the replay, where the event is replayed. */
  readonly replay?: string;
  /** The lines of the text below its headline, by their labels. */
  readonly details: Readonly<Record<string, string>>;
}

/** Characters of one value. */
const longest = 400;

/**
 * What anybody can cause is one incident of its account, or whoever likes could open any number; each other
 * event is one of its own.
 */
function deduplicationKey(
  kind: string,
  wordsOf: string,
  { account, eventId }: Pick<JsonMessage, "account" | "eventId">,
): string {
  const isOpen = findKind(wordsOf)?.causedBy === "anybody";
  return `signin-alerts/${kind}/${(isOpen ? account : eventId) ?? "unknown"}`;
}

function detailsOf(text: string): JsonMessage["details"] {
  const lines = text.split("\n").slice(1);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [label = "", ...value] = line.split(": ");
      return value.length === 0 ? [] : [[label, value.join(": ")]];
    }),
  );
}

/** A formatted message as JSON: the same values, no less escaped, each in a field of its own. */
export function jsonMessage(
  message: FormattedMessage,
  input: unknown,
  { accountNames }: FormattingContext,
): JsonMessage {
  const given = readFormatterInput(input);
  const values = new EventFields(given.event, {});
  const { kind, severity, subject, text } = message;
  const shown = values.text("account", longest);
  const account = shown !== undefined && /^\d{12}$/u.test(shown) ? shown : undefined;
  const accountName =
    account !== undefined && Object.hasOwn(accountNames, account)
      ? plainValue(accountNames[account], longest)
      : undefined;
  const first = (...names: readonly FieldName[]): string | undefined =>
    names.map((name) => values.text(name, longest)).find((value) => value !== undefined);
  const region = first("region", "optInRegion", "envelopeRegion");
  const time = first("time", "envelopeTime");
  const eventId = values.partOfLink("eventId") ?? values.partOfLink("envelopeId");
  const replay = values.text("replayName", longest);
  const known = {
    ...(account !== undefined && { account }),
    ...(accountName !== undefined && { accountName }),
    ...(region !== undefined && { region }),
    ...(time !== undefined && { time }),
    ...(eventId !== undefined && { eventId }),
    ...(replay !== undefined && { replay }),
  };
  return {
    version: 1,
    deduplicationKey: deduplicationKey(kind, given.wordsOf, known),
    kind,
    severity,
    subject,
    text,
    ...known,
    details: detailsOf(text),
  };
}

/**
 * A message for each protocol of a topic's subscribers, as SNS takes it with the message structure `json`.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function messageByProtocol(
  text: string,
  json: JsonMessage,
  protocols: readonly JsonProtocol[],
): string {
  const written = JSON.stringify(json);
  return JSON.stringify({
    default: text,
    ...Object.fromEntries(protocols.map((protocol) => [protocol, written])),
  });
}

/** The protocols in the list that a function is set to, such as `https,sqs`; others are left out. */
export function jsonProtocolsIn(list: string | undefined): readonly JsonProtocol[] {
  const named = (list ?? "").split(",");
  return jsonProtocols.filter((protocol) => named.includes(protocol));
}
