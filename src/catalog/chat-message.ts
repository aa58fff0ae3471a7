import type { AlertKind } from "./alert-kind";
import { fields, type FieldName } from "./fields";
import {
  eventLink,
  fieldsIn,
  plainMessage,
  transformerFor,
  type InputTransformer,
  type MessageContext,
} from "./message";

/**
 * A custom notification of Amazon Q Developer in chat applications, with `<field>` where a value of
 * the event goes. Any other text is dropped without a word.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export interface ChatNotification {
  readonly version: "1.0";
  readonly source: "custom";
  /** Unique for the event. */
  readonly id: string;
  readonly content: {
    /** Markdown as the chat application itself writes it. */
    readonly textType: "client-markdown";
    readonly title: string;
    readonly description: string;
    readonly nextSteps?: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: {
    readonly summary: string;
    readonly eventType: string;
    /** The channel's role may do nothing, so buttons for actions would do nothing. */
    readonly enableCustomActions: false;
  };
}

/** Fields of open length, or with a name that a user chose: not for a title. */
const longFields: readonly FieldName[] = [
  "userName",
  "principalId",
  "identityArn",
  "requestedUser",
  "taskPolicy",
  "clientId",
  "switchFrom",
  "rootTarget",
  "errorMessage",
];

/** What a reader sees first, and all that a pop-up shows. */
function titleOf({ title, message }: AlertKind): string {
  const { headline, lines } = plainMessage(message);
  if (isShort(headline)) return headline;
  return lines.includes("account") ? `${title} — <account>` : title;
}

function isShort(text: string): boolean {
  return !fieldsIn(text).some((name) => longFields.includes(name));
}

/** The notification of a kind. It shows what a standard mail shows: nothing that a visitor writes. */
export function chatNotification(
  kind: AlertKind,
  { partition }: Pick<MessageContext, "partition">,
): ChatNotification {
  const { headline, lines } = plainMessage(kind.message);
  const isTitle = titleOf(kind) === headline;
  const isRecord = lines.includes("eventId");
  return {
    version: "1.0",
    source: "custom",
    id: isRecord ? "<eventId>" : "<envelopeId>",
    content: {
      textType: "client-markdown",
      title: `[${kind.severity}] ${titleOf(kind)}`,
      description: [
        ...(isTitle ? [] : [headline, ""]),
        // Hyphens and code spans are the Markdown that Slack and Teams share; in a code span no name
        // becomes a mention or a link.
        ...lines.map((name) => `- ${fields[name].label}: \`<${name}>\``),
        ...(kind.note === undefined ? [] : [`- Note: ${kind.note}`]),
        "<replayName>",
      ].join("\n"),
      ...(isRecord && {
        nextSteps: [`Open in CloudTrail: ${eventLink(partition, "region", "eventId")}`],
      }),
      keywords: [kind.name, kind.severity],
    },
    metadata: {
      summary: `[${kind.severity}] ${kind.title}`,
      eventType: kind.name,
      enableCustomActions: false,
    },
  };
}

/**
 * The input transformer that writes a kind's alert for chat: a template that is a JSON object.
 * EventBridge escapes nothing, so a `"` in a value keeps the message from being delivered.
 */
export function chatTransformerFor(
  kind: AlertKind,
  context: Pick<MessageContext, "partition">,
): InputTransformer {
  return transformerFor(chatNotification(kind, context));
}
