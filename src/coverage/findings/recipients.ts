import { stopsOf, text, type Network } from "../network";
import { stationAt } from "../station";
import { channelRecipient, channelsOf } from "../trace/chat-channels";
import { subscriptionStops } from "../trace/subscriptions";
import type { ExpectedRoute } from "../expected-coverage";
import type { Stop } from "../trace-result";

const name = "subscription";

/** Recipients of a route whom its topic does not tell. */
function unsubscribed(network: Network, { topicArn, recipients }: ExpectedRoute): readonly Stop[] {
  const [topic] = network.find("aws_sns_topic", topicArn);
  if (topic === undefined) return [];
  const told = network
    .find("aws_sns_topic_subscription", topicArn)
    .map(({ attributes }) => attributes["endpoint"]);
  return recipients
    .filter((recipient) => !told.includes(recipient))
    .map((recipient) => stationAt(name, topic, `${recipient} is not subscribed to the topic`));
}

/** The channel of a route, where its topic tells another one or none. */
function otherChannel(network: Network, { topicArn, channel }: ExpectedRoute): readonly Stop[] {
  const [topic] = network.find("aws_sns_topic", topicArn);
  if (topic === undefined || channel === undefined) return [];
  const told: string[] = [];
  const channels = channelsOf(network, topicArn);
  // A channel that cannot be told is a finding of its own.
  for (const each of channels) {
    stopsOf(() => told.push(channelRecipient(network, topic, each)));
  }
  if (told.length === 1 && told[0] === channel) return [];
  const whom = told.length === 0 ? "nobody" : told.join(", ");
  return [
    stationAt(
      "chat channel",
      channels[0] ?? topic,
      `it tells ${whom}, the configuration says ${channel}`,
    ),
  ];
}

/** Subscriptions that do not get every message, lead nowhere, or are not those asked for. */
export function recipientFindings(
  network: Network,
  expected: readonly string[] | undefined,
  routes: readonly ExpectedRoute[] = [],
): readonly Stop[] {
  const subscriptions = network.all("aws_sns_topic_subscription");
  const endpoints = subscriptions.flatMap((resource) => {
    let endpoint: string | undefined;
    stopsOf(() => (endpoint = text(resource, "endpoint")));
    return endpoint === undefined ? [] : [{ resource, endpoint }];
  });
  const told = new Set(endpoints.map(({ endpoint }) => endpoint));
  return [
    ...routes.flatMap((route) => [
      ...unsubscribed(network, route),
      ...otherChannel(network, route),
    ]),
    ...network.keys("aws_sns_topic_subscription").flatMap((arn) => {
      const [topic] = network.find("aws_sns_topic", arn);
      if (topic) return subscriptionStops(network, topic, arn);
      return network
        .find("aws_sns_topic_subscription", arn)
        .map((subscription) =>
          stationAt(name, subscription, `it is for a topic that is not there: ${arn}`),
        );
    }),
    ...(expected ?? [])
      .filter((address) => !told.has(address))
      .map((address) => stationAt(name, undefined, `${address} is subscribed to no topic`)),
    ...endpoints
      .filter(({ endpoint }) => expected !== undefined && !expected.includes(endpoint))
      .map(({ resource, endpoint }) =>
        stationAt(name, resource, `${endpoint} is not in the configuration: it is of an older one`),
      ),
  ];
}
