import { blockersOf, finding, type Finding } from "../finding";
import { text, type ResourceIndex } from "../resource-index";
import { allChannels, channelRecipient, channelsOf, topicsOf } from "../trace/chat";
import { catalogMessage, transformerOf } from "../trace/message";
import { alertRules } from "../trace/rules";

/** Channels of chat that show nothing, and messages for chat that others get. */
export function chatFindings(index: ResourceIndex): readonly Finding[] {
  return [...channelFindings(index), ...messageFindings(index)];
}

function channelFindings(index: ResourceIndex): readonly Finding[] {
  return allChannels(index).flatMap((channel) => {
    let arns: readonly string[] = [];
    const unknown = blockersOf(() => (arns = topicsOf(channel)));
    if (unknown.length > 0) return unknown;
    if (arns.length === 0) return [finding("chat-channel-without-topic", channel)];
    return arns.flatMap((arn) => {
      const [topic] = index.find("aws_sns_topic", arn);
      if (topic === undefined) return [finding("destination-missing", channel, arn)];
      return blockersOf(() => channelRecipient(index, topic, channel));
    });
  });
}

/** What is for chat, and where it goes. That chat drops what is not ends the event's way. */
function messageFindings(index: ResourceIndex): readonly Finding[] {
  return alertRules(index).flatMap(({ targets }) =>
    targets.flatMap((target) => {
      const found: Finding[] = [];
      // What cannot be read stops the event.
      blockersOf(() => {
        const transformer = transformerOf(target);
        if (transformer === undefined || catalogMessage(transformer)?.form !== "chat") return;
        const arn = text(target, "arn");
        if (channelsOf(index, arn).length === 0) {
          found.push(finding("chat-message-without-channel", target, arn));
        }
        if (index.find("aws_sns_topic_subscription", arn).length > 0) {
          found.push(finding("chat-message-for-others", target, arn));
        }
      });
      return found;
    }),
  );
}
