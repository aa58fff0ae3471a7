import { isJsonObject, jsonIn } from "../../json/value";
import { BlockedError, finding } from "../finding";
import type { Resource } from "../inventory";
import type { Run } from "./run";
import type { Recipients } from "./subscriptions";

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
  const text = [...(title === undefined ? [] : [title, ""]), description];
  return { text: [...text, ...(steps.length === 0 ? [] : ["", ...steps])].join("\n") };
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}

/**
 * Who takes in a message, and what it says to them; the others are noted.
 * @throws BlockedError where only chat would be notified, and chat drops the message
 */
export function heardBy(
  run: Run,
  target: Resource,
  { recipients, chat }: Recipients,
  message: string,
): { readonly recipients: readonly string[]; readonly text: string } {
  if (chat.length === 0) return { recipients, text: message };
  const reading = chatReading(message);
  if ("text" in reading) return { recipients, text: reading.text };
  const blocker = finding("chat-message-dropped", target, reading.problem);
  const others = recipients.filter((recipient) => !chat.includes(recipient));
  if (others.length === 0) throw new BlockedError(blocker);
  run.blockers.push(blocker);
  return { recipients: others, text: message };
}
