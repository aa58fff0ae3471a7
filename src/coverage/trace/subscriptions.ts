import { BlockedError, blocked, blockersOf, step, type Finding, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, placeOf, text, type ResourceIndex } from "../resource-index";
import { channelRecipient, channelsOf, channelBlockers } from "./chat-channels";

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

/** Whom a topic notifies, and whom it cannot. */
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
export function recipientsOf(index: ResourceIndex, topic: Resource, arn: string): Recipients {
  const subscriptions = index.find("aws_sns_topic_subscription", arn);
  const channels = channelsOf(index, arn);
  if (subscriptions.length + channels.length === 0) blocked("topic-without-recipients", topic);
  const [blocker] = [
    ...subscriptionBlockers(index, topic, arn),
    ...channelBlockers(index, topic, arn),
  ];
  const good = subscriptions.filter(
    (subscription) => subscriptionBlocker(topic, subscription).length === 0,
  );
  const ready = channels.filter(
    (channel) => channelBlockers(index, topic, arn, channel).length === 0,
  );
  const chat = ready.map((channel) => channelRecipient(index, topic, channel)).sort();
  const others = good.map((each) => `${text(each, "protocol")}:${text(each, "endpoint")}`);
  const recipients = [...others, ...chat].sort();
  if (recipients.length === 0 && blocker) throw new BlockedError(blocker);
  return {
    recipients,
    chat,
    hop: step("subscription", good[0] ?? ready[0], recipients.join(", ")),
  };
}

/** Why subscriptions of a topic do not get every message. */
export function subscriptionBlockers(
  index: ResourceIndex,
  topic: Resource,
  arn: string,
): readonly Finding[] {
  return index
    .find("aws_sns_topic_subscription", arn)
    .flatMap((subscription) => subscriptionBlocker(topic, subscription));
}

function subscriptionBlocker(topic: Resource, subscription: Resource): readonly Finding[] {
  return blockersOf(() => {
    checkSubscription(topic, subscription);
  });
}

function checkSubscription(topic: Resource, subscription: Resource): void {
  const [here, there] = [placeOf(topic), placeOf(subscription)];
  if (here.account !== there.account || here.region !== there.region) {
    blocked(
      "different-place",
      subscription,
      `the topic is in ${here.account} ${here.region}, the subscription in ${there.account} ${there.region}`,
    );
  }
  for (const attribute of ["filter_policy", "replay_policy"]) {
    if (!isBlank(subscription.attributes[attribute])) {
      blocked("subscription-filtered", subscription, attribute);
    }
  }
  const protocol = text(subscription, "protocol");
  const endpoint = text(subscription, "endpoint");
  const form = endpoints[protocol];
  if (form === undefined) {
    blocked(
      "subscription-protocol-not-analyzed",
      subscription,
      `${protocol}, only ${Object.keys(endpoints).join(", ")}`,
    );
  } else if (!form.test(endpoint)) {
    blocked("subscription-endpoint-invalid", subscription, `${protocol} ${endpoint}`);
  }
}
