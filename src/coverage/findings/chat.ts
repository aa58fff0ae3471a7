import { stopsOf, text, type Network } from "../network";
import { stationAt } from "../station";
import { allChannels, channelsOf, channelStops, topicsOf } from "../trace/chat-channels";
import { catalogMessage } from "../trace/kind-of-target";
import { transformerOf } from "../trace/message";
import { alertRules } from "../trace/rules-by-target";
import type { Stop } from "../trace-result";

/** Channels of chat that show nothing, and messages for chat that others get. */
export function chatFindings(network: Network): readonly Stop[] {
  return [...channelFindings(network), ...messageFindings(network)];
}

function channelFindings(network: Network): readonly Stop[] {
  return allChannels(network).flatMap((channel) => {
    let arns: readonly string[] = [];
    const unknown = stopsOf(() => (arns = topicsOf(channel)));
    if (unknown.length > 0) return unknown;
    if (arns.length === 0)
      return [stationAt("chat channel", channel, "it lists no topic: it is told nothing")];
    return arns.flatMap((arn) => {
      const [topic] = network.find("aws_sns_topic", arn);
      if (topic === undefined)
        return [stationAt("chat channel", channel, `it lists a topic that is not there: ${arn}`)];
      return channelStops(network, topic, arn, channel);
    });
  });
}

/** What is for chat, and where it goes. That chat drops what is not ends the event's way. */
function messageFindings(network: Network): readonly Stop[] {
  return alertRules(network).flatMap(({ targets }) =>
    targets.flatMap((target) => {
      const found: Stop[] = [];
      // What cannot be read stops the event.
      stopsOf(() => {
        const transformer = transformerOf(target);
        if (transformer === undefined || catalogMessage(transformer)?.form !== "chat") return;
        const arn = text(target, "arn");
        if (channelsOf(network, arn).length === 0) {
          found.push(
            stationAt("message", target, `it is for chat, but no channel lists the topic ${arn}`),
          );
        }
        if (network.find("aws_sns_topic_subscription", arn).length > 0) {
          const reason = `it is for chat: whoever else is subscribed to ${arn} gets it as raw JSON`;
          found.push(stationAt("message", target, reason));
        }
      });
      return found;
    }),
  );
}
