import { BlockedError, finding, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { shownAddress, text } from "../resource-index";
import { chatReading } from "./chat";
import { alertOf, messageOf } from "./message";
import { endPath, type Run } from "./run";
import { recipientsOf, type Recipients } from "./subscriptions";
import { eventBridge, isAssumed, topicPassage } from "./topic";

/** The last part of the path: from a rule to the recipients of a topic. */
export function deliver(run: Run, rule: Resource, target: Resource, hops: readonly Hop[]): void {
  const message = messageOf(run, rule, target);
  const arn = text(target, "arn");
  const passage = passageOf(run, rule, target, arn);
  run.deliveries.push({
    ...alertOf(run, target),
    topic: arn,
    ...heardBy(run, target, passage, message, hops),
    hops: [...hops, ...passage.hops],
  });
}

interface Passage extends Pick<Recipients, "recipients" | "chat"> {
  readonly hops: readonly Hop[];
}

function passageOf(
  { index, options }: Run,
  rule: Resource,
  target: Resource,
  arn: string,
): Passage {
  if (isAssumed(index, arn, options.existing ?? [])) {
    // It is taken at its word: its owner knows who is subscribed.
    const hop = step("target", target, `assumed: the existing topic ${arn} lets it publish`);
    return { recipients: [`topic:${arn}`], chat: [], hops: [hop] };
  }
  return index.once(`topic target ${shownAddress(target)}`, () => {
    const { topic, hops } = topicPassage(index, { resource: target, arn }, eventBridge(rule));
    const { recipients, chat, hop } = recipientsOf(index, topic, arn);
    const sending = step("target", target, `publishes to ${arn}`);
    return { recipients, chat, hops: [sending, ...hops, hop] };
  });
}

/**
 * Who takes in a message, and what it says to them; the others are noted.
 * @throws BlockedError where only chat would be notified, and chat drops the message
 */
function heardBy(
  run: Run,
  target: Resource,
  passage: Passage,
  message: string,
  hops: readonly Hop[],
): { readonly recipients: readonly string[]; readonly text: string } {
  const { recipients, chat } = passage;
  if (chat.length === 0) return { recipients, text: message };
  const reading = chatReading(message);
  if ("text" in reading) return { recipients, text: reading.text };
  const blocker = finding("chat-message-dropped", target, reading.problem);
  const others = recipients.filter((recipient) => !chat.includes(recipient));
  if (others.length === 0) throw new BlockedError(blocker);
  endPath(run, [...hops, ...passage.hops], blocker);
  return { recipients: others, text: message };
}
