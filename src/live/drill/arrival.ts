import { fields } from "../../catalog/fields";
import { isJsonObject, objectIn, textIn } from "../../json/value";
import type { Arrival, ExpectedAlert } from "./drill";

/** A message of the queue. */
export interface QueuedMessage {
  /** What SNS wrote: an envelope round the alert. */
  readonly body: string;
  /** When the queue got it, milliseconds since 1970. */
  readonly sent?: number;
}

/** An alert of a topic, out of its envelope. */
export interface ReceivedAlert extends Arrival {
  readonly topicArn: string;
  readonly text: string;
}

const instant = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})/u;

/** The value behind a label of the message, or a key of the record where it comes as plain JSON. */
function valueOf(text: string, label: string, key: string, form: RegExp): string | undefined {
  for (const name of [`${label}:`, `"${key}"`, `\\"${key}\\"`]) {
    const at = text.indexOf(name);
    const found = at < 0 ? undefined : form.exec(text.slice(at + name.length, at + 120));
    if (found) return found.slice(1).join("T") || found[0];
  }
  return undefined;
}

/**
 * The alert in a message; undefined for what is none of SNS.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function receivedAlert({ body, sent }: QueuedMessage): ReceivedAlert | undefined {
  let envelope: unknown;
  try {
    envelope = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isJsonObject(envelope)) return undefined;
  const { TopicArn, Message, Timestamp } = objectIn(envelope);
  const [topicArn, text, published] = [TopicArn, Message, Timestamp].map(textIn);
  if (topicArn === undefined || text === undefined) return undefined;
  const event = valueOf(text, fields.time.label, "eventTime", instant);
  const recordedIn = valueOf(text, fields.region.label, "awsRegion", /[a-z]{2}(?:-[a-z]+)+-\d+/u);
  const isTime = published !== undefined && !Number.isNaN(Date.parse(published));
  return {
    topicArn,
    text,
    hops: {
      ...(event !== undefined && { event: `${event}Z` }),
      ...(isTime && { published }),
      ...(sent !== undefined && { queued: new Date(sent).toISOString() }),
    },
    ...(recordedIn !== undefined && { recordedIn }),
  };
}

/** Whether an alert is one that is expected. */
export function isExpected(
  { mark, topic }: ExpectedAlert,
  { topicArn, text }: ReceivedAlert,
): boolean {
  if (topicArn !== topic.arn) return false;
  // One session's name may begin another's.
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (!/[\w+=,.@-]/u.test(text.charAt(at + mark.length))) return true;
  }
  return false;
}
