import { shownRecipient } from "../../aws/shown-endpoint";
import { unconfirmedWebhook } from "../../aws/unconfirmed-webhooks";
import { BlockedError, blocked, blockersOf, step, type Finding, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  endpointOf,
  flag,
  isBlank,
  isKeptAddress,
  isSamePlace,
  placeOf,
  text,
  type ResourceIndex,
} from "../resource-index";
import { channelRecipient, channelsOf } from "./chat";
import { requireSubscriber } from "./subscriber";

/** How an endpoint of each protocol looks. */
const endpoints: ReadonlyMap<string, RegExp> = new Map([
  ["email", /^[^@\s]+@[^@\s]+\.[^@\s.]+$/u],
  ["email-json", /^[^@\s]+@[^@\s]+\.[^@\s.]+$/u],
  ["https", /^https:\/\/[^\s/]+/u],
  ["http", /^http:\/\/[^\s/]+/u],
  ["sms", /^\+\d{5,15}$/u],
  ["sqs", /^arn:[^:]+:sqs:[^:]+:\d{12}:[\w-]+$/u],
  ["lambda", /^arn:[^:]+:lambda:[^:]+:\d{12}:function:[\w:-]+$/u],
]);

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html */
const rawProtocols = ["sqs", "http", "https", "firehose"];

/**
 * Whether a filter policy asks for nothing. What one of the scope of the body lets through is not known.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
function filtersNothing({ attributes }: Resource): boolean {
  const { filter_policy: policy, filter_policy_scope: scope } = attributes;
  const isByAttributes = isBlank(scope) || scope === "MessageAttributes";
  return isByAttributes && typeof policy === "string" && /^\s*\{\s*\}\s*$/u.test(policy);
}

/** Whom a topic notifies, and whom it cannot. */
export interface Recipients {
  /** `protocol:endpoint` of each as people read it, sorted. */
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
  if (subscriptions.length + channels.length === 0) blocked("recipients-missing", topic);
  const blockers: Finding[] = [];
  const ready = (resources: readonly Resource[], read: (resource: Resource) => string) =>
    resources.flatMap((resource) => {
      const found: { readonly resource: Resource; readonly shown: string }[] = [];
      blockers.push(...blockersOf(() => found.push({ resource, shown: read(resource) })));
      return found;
    });
  const subscribed = ready(subscriptions, (each) => subscriptionRecipient(index, topic, each));
  const channeled = ready(channels, (each) => channelRecipient(index, topic, each));
  const [first] = [...subscribed, ...channeled];
  const [blocker] = blockers;
  if (first === undefined && blocker) throw new BlockedError(blocker);
  const chat = channeled.map(({ shown }) => shown).sort();
  const recipients = [...subscribed.map(({ shown }) => shown), ...chat].sort();
  return { recipients, chat, hop: step("subscription", first?.resource, recipients.join(", ")) };
}

/**
 * Whom a subscription notifies of every message, as people read it.
 * @throws BlockedError for one that does not get every message, leads nowhere, or whose end refuses it
 */
export function subscriptionRecipient(
  index: ResourceIndex,
  topic: Resource,
  subscription: Resource,
): string {
  const [here, there] = [placeOf(topic), placeOf(subscription)];
  if (!isSamePlace(here, there)) {
    blocked(
      "different-place",
      subscription,
      `the topic is in ${here.account} ${here.region}, the subscription in ${there.account} ${there.region}`,
    );
  }
  for (const attribute of ["filter_policy", "replay_policy"]) {
    if (isBlank(subscription.attributes[attribute])) continue;
    if (attribute === "filter_policy" && filtersNothing(subscription)) continue;
    blocked("not-analyzed-setting", subscription, attribute);
  }
  const protocol = text(subscription, "protocol");
  const isKept = isKeptAddress(subscription.attributes);
  const endpoint = endpointOf(subscription.attributes) ?? text(subscription, "endpoint");
  const form = endpoints.get(protocol);
  if (form === undefined) {
    blocked(
      "not-analyzed-target",
      subscription,
      `the protocol ${protocol}, only ${[...endpoints.keys()].join(", ")}`,
    );
  } else if (!isKept && !form.test(endpoint)) {
    blocked("subscription-endpoint-invalid", subscription, shownRecipient(protocol, endpoint));
  }
  const webhook = /^https?$/u.test(protocol) ? unconfirmedWebhook(endpoint) : undefined;
  if (webhook) {
    const detail = `${webhook.service} never confirms a subscription of SNS: ${webhook.instead}`;
    blocked("subscription-endpoint-invalid", subscription, detail);
  }
  if (flag(subscription, "raw_message_delivery", false) && !rawProtocols.includes(protocol)) {
    const detail = `raw_message_delivery: SNS does not offer it for ${protocol}, only for ${rawProtocols.join(", ")}`;
    blocked("value-invalid", subscription, detail);
  }
  requireSubscriber(index, topic, protocol, endpoint);
  return shownRecipient(protocol, endpoint);
}
