import type { Resource } from "../inventory";
import { BlockedError, isBlank, placeOf, stopAt, stopsOf, text, type Network } from "../network";
import { stationAt } from "../station";
import type { Hop, Stop } from "../trace-result";
import { channelRecipient, channelsOf, channelStops } from "./chat-channels";

/** How an endpoint of each protocol looks. */
const endpoints: Readonly<Record<string, RegExp>> = {
  email: /^[^@\s]+@[^@\s]+\.[^@\s.]+$/u,
  "email-json": /^[^@\s]+@[^@\s]+\.[^@\s.]+$/u,
  https: /^https:\/\/[^\s/]+/u,
  http: /^http:\/\/[^\s/]+/u,
  sms: /^\+\d{5,15}$/u,
  sqs: /^arn:[^:]+:sqs:[^:]+:\d{12}:[\w-]+$/u,
  lambda: /^arn:[^:]+:lambda:[^:]+:\d{12}:function:[\w:-]+$/u,
};

/** Who a topic tells, and whom it cannot. */
export interface Recipients {
  /** `protocol:endpoint` of each, sorted. */
  readonly recipients: readonly string[];
  /** Those of them that are channels of chat. */
  readonly chat: readonly string[];
  readonly hop: Hop;
}

/**
 * The subscriptions of a topic that get every message, and the channels of chat that AWS subscribes.
 * @throws BlockedError when there is none, with the reason of the first that does not count
 */
export function recipientsOf(network: Network, topic: Resource, arn: string): Recipients {
  const subscriptions = network.find("aws_sns_topic_subscription", arn);
  const channels = channelsOf(network, arn);
  if (subscriptions.length + channels.length === 0)
    stopAt("subscription", topic, "nobody is subscribed to the topic");
  const [stop] = [...subscriptionStops(network, topic, arn), ...channelStops(network, topic, arn)];
  const good = subscriptions.filter(
    (subscription) => subscriptionStop(topic, subscription).length === 0,
  );
  const ready = channels.filter(
    (channel) => channelStops(network, topic, arn, channel).length === 0,
  );
  const chat = ready.map((channel) => channelRecipient(network, topic, channel)).sort();
  const others = good.map((each) => `${text(each, "protocol")}:${text(each, "endpoint")}`);
  const recipients = [...others, ...chat].sort();
  if (recipients.length === 0 && stop) throw new BlockedError(stop);
  return {
    recipients,
    chat,
    hop: stationAt("subscription", good[0] ?? ready[0], recipients.join(", ")),
  };
}

/** Why subscriptions of a topic do not get every message. */
export function subscriptionStops(network: Network, topic: Resource, arn: string): readonly Stop[] {
  return network
    .find("aws_sns_topic_subscription", arn)
    .flatMap((subscription) => subscriptionStop(topic, subscription));
}

function subscriptionStop(topic: Resource, subscription: Resource): readonly Stop[] {
  return stopsOf(() => {
    checkSubscription(topic, subscription);
  });
}

function checkSubscription(topic: Resource, subscription: Resource): void {
  const name = "subscription";
  const [here, there] = [placeOf(topic), placeOf(subscription)];
  if (here.account !== there.account || here.region !== there.region) {
    stopAt(
      name,
      subscription,
      `it must be made in the topic's account and region, ${here.account} ${here.region}, not in ${there.account} ${there.region}`,
    );
  }
  for (const attribute of ["filter_policy", "replay_policy"]) {
    if (!isBlank(subscription.attributes[attribute])) {
      stopAt(name, subscription, `its ${attribute} is not understood: it may keep messages back`);
    }
  }
  const protocol = text(subscription, "protocol");
  const endpoint = text(subscription, "endpoint");
  const form = endpoints[protocol];
  if (form === undefined) {
    stopAt(
      name,
      subscription,
      `deliveries by ${protocol} are not understood, only by ${Object.keys(endpoints).join(", ")}`,
    );
  } else if (!form.test(endpoint)) {
    stopAt(name, subscription, `its endpoint is none of the protocol ${protocol}: ${endpoint}`);
  }
}
