import { shownEndpoint } from "../../aws/shown-endpoint";
import { textIn } from "../../json/value";
import { blockersOf, finding, type Finding } from "../finding";
import { text, type ResourceIndex } from "../resource-index";
import { channelRecipient, channelsOf } from "../trace/chat";
import { subscriptionRecipient } from "../trace/subscriptions";
import type { ExpectedRoute } from "../expected-coverage";

/** Recipients of a route whom its topic does not notify. */
function unsubscribed(
  index: ResourceIndex,
  { topicArn, recipients }: ExpectedRoute,
): readonly Finding[] {
  const [topic] = index.find("aws_sns_topic", topicArn);
  if (topic === undefined) return [];
  const notified = index
    .find("aws_sns_topic_subscription", topicArn)
    .map(({ attributes }) => attributes["endpoint"]);
  return recipients
    .filter((recipient) => !notified.includes(recipient))
    .map((recipient) => finding("recipient-not-subscribed", topic, shownEndpoint(recipient)));
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
  expected: readonly string[] | undefined,
  routes: readonly ExpectedRoute[] = [],
): readonly Finding[] {
  const subscriptions = index.all("aws_sns_topic_subscription");
  const endpoints = subscriptions.flatMap((resource) => {
    let endpoint: string | undefined;
    blockersOf(() => (endpoint = text(resource, "endpoint")));
    return endpoint === undefined ? [] : [{ resource, endpoint }];
  });
  const notified = new Set(endpoints.map(({ endpoint }) => endpoint));
  return [
    ...routes.flatMap((route) => [...unsubscribed(index, route), ...otherChannel(index, route)]),
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
    ...(expected ?? [])
      .filter((address) => !notified.has(address))
      .map((address) => finding("recipient-not-subscribed", undefined, shownEndpoint(address))),
    ...endpoints
      .filter(({ endpoint }) => expected !== undefined && !expected.includes(endpoint))
      .map(({ resource, endpoint }) => {
        const protocol = textIn(resource.attributes["protocol"]);
        return finding("stale-resource", resource, shownEndpoint(endpoint, protocol));
      }),
  ];
}
