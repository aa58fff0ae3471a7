import { parseArn } from "../../aws";
import { isJsonObject, jsonIn } from "../../json/value";
import { blocked, blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { isList } from "../inventory/value";
import { accountOf, known, text, type ResourceIndex } from "../resource-index";
import { resourceTypes } from "../resource-types";
import { requireTrust } from "./access";
import { requireOwnBoundary } from "./boundary";

/** Every channel of chat. */
export function allChannels(index: ResourceIndex): readonly Resource[] {
  return [...resourceTypes].flatMap(([type, { channel }]) => (channel ? index.all(type) : []));
}

/**
 * The topics that AWS subscribes a channel to.
 * @throws BlockedError where that is not known
 */
export function topicsOf(channel: Resource): readonly string[] {
  const arns = known(channel, "sns_topic_arns", channel.attributes["sns_topic_arns"]);
  if (!isList(arns)) return [];
  return arns.filter((arn) => typeof arn === "string");
}

/** The channels that a topic notifies. */
export function channelsOf(index: ResourceIndex, topicArn: string): readonly Resource[] {
  return (
    index
      .once("channels by topic", () => {
        const found = new Map<string, Resource[]>();
        for (const channel of allChannels(index)) {
          // A list that is not known is a finding.
          blockersOf(() => {
            for (const arn of topicsOf(channel)) {
              found.set(arn, [...(found.get(arn) ?? []), channel]);
            }
          });
        }
        return found;
      })
      .get(topicArn) ?? []
  );
}

/**
 * A channel in words: `slack:workspace/channel` or `teams:team/channel`.
 * @throws BlockedError for a channel that cannot be created or notified
 */
export function channelRecipient(index: ResourceIndex, topic: Resource, channel: Resource): string {
  const account = accountOf(channel);
  if (accountOf(topic) !== account) {
    blocked("chat-channel-invalid", channel, `its topic is of the account ${accountOf(topic)}`);
  }
  const { client = "", ids: forms = {} } = resourceTypes.get(channel.type)?.channel ?? {};
  const ids = Object.entries(forms).map(([attribute, form]) => {
    const id = text(channel, attribute);
    return form.test(id)
      ? id
      : blocked("chat-channel-invalid", channel, `its ${attribute} is ${id}`);
  });
  checkRole(index, channel, account);
  return `${client}:${ids.join("/")}`;
}

/** AWS makes no channel whose role the chat service may not use. */
function checkRole(index: ResourceIndex, channel: Resource, account: string): void {
  const arn = text(channel, "iam_role_arn");
  const detail = `iam_role_arn ${arn}`;
  const role = index.named("aws_iam_role", arn, "role-missing", channel, detail);
  if (parseArn(arn)?.account !== account) blocked("role-missing", channel, detail);
  requireOwnBoundary(role);
  requireTrust(index, role, "chatbot.amazonaws.com", {
    kind: "chat to role",
    sourceAccount: account,
  });
}

/** What a channel shows of a message, or why it shows nothing. */
export type ChatReading = { readonly text: string } | { readonly problem: string };

/**
 * Reads a message as Amazon Q Developer in chat applications does: the schema of its custom
 * notifications, and nothing else. Events as AWS services send them are not analyzed here.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export function chatReading(message: string): ChatReading {
  const json = jsonIn(message);
  if (!isJsonObject(json)) return { problem: "plain text is no custom notification" };
  const { version, source, content } = json;
  if (version !== "1.0") return { problem: `version is ${shown(version)}, not "1.0"` };
  if (source !== "custom") return { problem: `source is ${shown(source)}, not "custom"` };
  if (!isJsonObject(content)) return { problem: "it has no content" };
  const { textType, title, description, nextSteps } = content;
  if (textType !== "client-markdown") {
    return { problem: `textType is ${shown(textType)}, not "client-markdown"` };
  }
  if (typeof description !== "string" || description === "") {
    return { problem: "it has no description" };
  }
  if (title !== undefined && typeof title !== "string") return { problem: "its title is no text" };
  const steps = Array.isArray(nextSteps) ? nextSteps.map(String) : [];
  const text = [...(title === undefined ? [] : [title, ""]), description.trimEnd()];
  return { text: [...text, ...(steps.length === 0 ? [] : ["", ...steps])].join("\n") };
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
