import { secretAddressOf } from "../../aws/secret-address";
import { shownEndpoint } from "../../aws/shown-endpoint";
import { textIn } from "../../json/value";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { endpointOf, type ResourceIndex } from "../resource-index";
import { channelRecipient, channelsOf } from "../trace/chat";
import { subscriptionRecipient } from "../trace/subscriptions";
import type { ExpectedCoverage, ExpectedRoute, ExpectedTopic } from "../expected-coverage";

/**
 * Whom subscriptions do not reach of those that are asked for, and the subscriptions of nobody who is. A
 * state does not say where an address is kept: there, any https address may be that of a variable.
 */
function compared(
  expected: readonly string[],
  subscriptions: readonly Resource[],
): { readonly missing: readonly string[]; readonly stale: readonly Resource[] } {
  const found = subscriptions.map(({ attributes }) => endpointOf(attributes));
  const missing = expected.filter((recipient) => !found.includes(recipient));
  const stale = subscriptions.filter((_, i) => {
    const endpoint = found[i];
    return endpoint !== undefined && !expected.includes(endpoint);
  });
  const secrets = missing.filter((recipient) => secretAddressOf(recipient) !== undefined);
  const candidates = stale.filter(
    ({ isStored = false, attributes }) => isStored && attributes["protocol"] === "https",
  );
  const addresses = new Set(candidates.map(({ attributes }) => endpointOf(attributes)));
  if (addresses.size === 0 || secrets.length === 0) return { missing, stale };
  return {
    missing: missing.filter((recipient) => !secrets.includes(recipient)),
    // Of more addresses than places, which are those is not known.
    stale:
      addresses.size > secrets.length ? stale : stale.filter((one) => !candidates.includes(one)),
  };
}

/** Recipients whom a topic is to notify, and does not. */
function unsubscribed(
  index: ResourceIndex,
  { topicArn, recipients }: ExpectedTopic,
): readonly Finding[] {
  const [topic] = index.find("aws_sns_topic", topicArn);
  if (topic === undefined) return [];
  return compared(recipients, index.find("aws_sns_topic_subscription", topicArn)).missing.map(
    (recipient) => finding("recipient-not-subscribed", topic, shownEndpoint(recipient)),
  );
}

function shownTenant(value: unknown): string {
  return typeof value === "string" ? value : "not known";
}

/** The channel of a route, where its topic notifies another one or none. */
function otherChannel(
  index: ResourceIndex,
  { topicArn, channel, tenant }: ExpectedRoute,
): readonly Finding[] {
  const [topic] = index.find("aws_sns_topic", topicArn);
  if (topic === undefined || channel === undefined) return [];
  const notified: string[] = [];
  const channels = channelsOf(index, topicArn);
  // A channel that cannot be notified is a finding of its own.
  for (const each of channels) {
    blockersOf(() => notified.push(channelRecipient(index, topic, each)));
  }
  if (notified.length === 1 && notified[0] === channel) {
    return channels.flatMap((each) => {
      const found = each.attributes["tenant_id"];
      if (tenant === undefined || found === tenant) return [];
      const detail = `its tenant is ${shownTenant(found)}, the configuration says ${tenant}`;
      return [finding("recipient-not-subscribed", each, detail)];
    });
  }
  const whom = notified.length === 0 ? "no one" : notified.join(", ");
  const detail = `it notifies ${whom}, the configuration says ${channel}`;
  return [finding("recipient-not-subscribed", channels[0] ?? topic, detail)];
}

/** Subscriptions that do not get every message, lead nowhere, or are not those asked for. */
export function recipientFindings(
  index: ResourceIndex,
  {
    recipients: expected,
    routes = [],
    alarmTopics = [],
  }: Pick<Partial<ExpectedCoverage>, "recipients" | "routes" | "alarmTopics">,
): readonly Finding[] {
  const { missing, stale } = compared(expected ?? [], index.all("aws_sns_topic_subscription"));
  return [
    ...routes.flatMap((route) => [...unsubscribed(index, route), ...otherChannel(index, route)]),
    ...alarmTopics.flatMap((topic) => unsubscribed(index, topic)),
    ...index.keys("aws_sns_topic_subscription").flatMap((arn) => {
      const [topic] = index.find("aws_sns_topic", arn);
      return index
        .find("aws_sns_topic_subscription", arn)
        .flatMap((subscription) =>
          topic
            ? blockersOf(() => subscriptionRecipient(index, topic, subscription))
            : [finding("destination-missing", subscription, arn)],
        );
    }),
    ...missing.map((address) =>
      finding("recipient-not-subscribed", undefined, shownEndpoint(address)),
    ),
    ...(expected === undefined ? [] : stale).map((resource) => {
      const { attributes } = resource;
      const endpoint = endpointOf(attributes) ?? "";
      return finding(
        "stale-resource",
        resource,
        shownEndpoint(endpoint, textIn(attributes["protocol"])),
      );
    }),
  ];
}
