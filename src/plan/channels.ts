import { parseArn, partitions, type Partition, type Place } from "../aws";
import type { SlackChannel, TeamsChannel } from "../aws/chat-channels";
import type { EmailContact, NotificationAggregation } from "../aws/notification-contacts";
import { firstIndexes } from "../config/lists";
import type { Route } from "../config/props";
import { recipientOf } from "../aws/recipient";
import { secretAddressOf, type SecretAddress } from "../aws/secret-address";
import { shownEndpoint } from "../aws/shown-endpoint";

/**
 * Who is notified. The short forms that people write, such as `recipients: [a@example.com]`, become
 * one of these.
 */
export type Channel =
  | { readonly type: "email"; readonly address: string }
  | { readonly type: "https"; readonly url: string }
  /** An https address that a variable of Terraform or a parameter of Systems Manager holds. */
  | SecretAddress
  /** A phone number such as `+491701234567`. */
  | { readonly type: "sms"; readonly number: string }
  /** A standard queue. */
  | { readonly type: "sqs"; readonly arn: string }
  | { readonly type: "lambda"; readonly arn: string }
  /** A topic that exists already, with subscribers of its own. */
  | { readonly type: "topic"; readonly arn: string }
  | { readonly type: "slack"; readonly slack: SlackChannel }
  | { readonly type: "teams"; readonly teams: TeamsChannel }
  | UserNotificationsChannel;

/** AWS User Notifications of one account. */
export interface UserNotificationsChannel {
  readonly type: "user-notifications";
  readonly emails: readonly EmailContact[];
  /** Regions where AWS keeps notifications; none where the account has hubs already. */
  readonly hubRegions: readonly string[];
  readonly aggregation: NotificationAggregation;
}

/** Keys of a route that name channels. */
export const routeChannelKeys = ["recipients", "topicArn", "slack", "teams"] as const;

/** What follows from the type of a channel. */
export interface ChannelTraits {
  /** Key of a route, or of the configuration, that names it. */
  readonly key: (typeof routeChannelKeys)[number] | "userNotifications";
  /**
   * How alerts get there: SNS subscribes it to a topic, the topic exists and has its own
   * subscribers, an AWS service subscribes itself, or it shares nothing with the hub.
   */
  readonly attached: "subscription" | "existing-topic" | "service" | "beside-the-hub";
  /** What its ARN must have in common with the topic that it is subscribed to; absent: it has no ARN. */
  readonly isOf?: "account" | "account-and-region";
  /** Whether upper and lower case are the same in what names it. */
  readonly ignoresCase: boolean;
  /** What it can show: text, or the custom notifications of chat. */
  readonly messages: "mail" | "chat";
  /**
   * Whether more than some alerts a second silence it: SNS suspends mail at ten, and a phone at a limit of
   * spending. @see https://docs.aws.amazon.com/general/latest/gr/sns.html
   */
  readonly isFloodable: boolean;
  /** Partitions in which AWS offers it. */
  readonly partitions: readonly Partition[];
}

const subscribed = {
  key: "recipients",
  attached: "subscription",
  ignoresCase: false,
  messages: "mail",
  isFloodable: false,
  partitions,
} as const satisfies ChannelTraits;
const chat = {
  attached: "service",
  ignoresCase: true,
  messages: "chat",
  isFloodable: false,
  partitions: ["aws"],
} as const satisfies Omit<ChannelTraits, "key">;

const traits = {
  email: { ...subscribed, ignoresCase: true, isFloodable: true },
  https: subscribed,
  variable: subscribed,
  parameter: { ...subscribed, isOf: "account-and-region" },
  sms: { ...subscribed, isFloodable: true, partitions: ["aws", "aws-us-gov"] },
  sqs: { ...subscribed, isOf: "account" },
  lambda: { ...subscribed, isOf: "account" },
  topic: { ...subscribed, key: "topicArn", attached: "existing-topic" },
  slack: { ...chat, key: "slack" },
  teams: { ...chat, key: "teams" },
  "user-notifications": {
    ...subscribed,
    key: "userNotifications",
    attached: "beside-the-hub",
    partitions: ["aws"],
  },
} as const satisfies Readonly<Record<Channel["type"], ChannelTraits>>;

type TypeOf<A extends ChannelTraits["attached"]> = {
  [T in Channel["type"]]: (typeof traits)[T]["attached"] extends A ? T : never;
}[Channel["type"]];

/** A channel that SNS subscribes to a topic. */
export type SubscribedChannel = Extract<Channel, { readonly type: TypeOf<"subscription"> }>;

/** A channel of which an AWS service subscribes itself to a topic. */
export type ServiceChannel = Extract<Channel, { readonly type: TypeOf<"service"> }>;

/** What follows from the type of a channel. */
export function traitsOf({ type }: Pick<Channel, "type">): ChannelTraits {
  return traits[type];
}

/** Whether SNS subscribes a channel. */
export function isSubscribed(channel: Channel): channel is SubscribedChannel {
  return traitsOf(channel).attached === "subscription";
}

/** Whether an AWS service subscribes itself for a channel. */
export function isService(channel: Channel): channel is ServiceChannel {
  return traitsOf(channel).attached === "service";
}

/** A channel as it is written. */
export function channelText(channel: Channel): string {
  switch (channel.type) {
    case "email":
      return channel.address;
    case "https":
      return channel.url;
    case "variable":
      return `var.${channel.name}`;
    case "sms":
      return channel.number;
    case "sqs":
    case "lambda":
    case "parameter":
    case "topic":
      return channel.arn;
    case "slack":
      return `slack:${channel.slack.workspaceId}/${channel.slack.channelId}`;
    case "teams":
      return `teams:${channel.teams.teamId}/${channel.teams.channelId}`;
    case "user-notifications":
      return channel.emails.map(({ address }) => address).join(", ");
  }
}

/** A channel for people to read: an https address, often a credential, as its host and a digest. */
export function shownChannel(channel: Channel): string {
  return shownEndpoint(channelText(channel));
}

/** The channel that a recipient of the configuration stands for. */
export function channelOf(recipient: string): SubscribedChannel {
  const secret = secretAddressOf(recipient);
  if (secret) return secret;
  const protocol = recipientOf(recipient)?.protocol;
  switch (protocol) {
    case "https":
      return { type: protocol, url: recipient };
    case "sms":
      return { type: protocol, number: recipient };
    case "sqs":
    case "lambda":
      return { type: protocol, arn: recipient };
    // What has no form of a recipient is refused as an address.
    case "email":
    case undefined:
      return { type: "email", address: recipient };
  }
}

/** The channels that a route names. */
export function channelsOfRoute({
  recipients = [],
  topicArn,
  slack,
  teams,
}: Omit<Route, "name">): readonly Channel[] {
  return [
    ...recipients.map(channelOf),
    ...(topicArn === undefined ? [] : [{ type: "topic", arn: topicArn } as const]),
    ...(slack ? [{ type: "slack", slack } as const] : []),
    ...(teams ? [{ type: "teams", teams } as const] : []),
  ];
}

/** What two channels have in common that notify the same people. */
export function channelKey(channel: Channel): string {
  const text = channelText(channel);
  return traitsOf(channel).ignoresCase ? text.toLowerCase() : text;
}

/** The channels, each once, as it is written first. */
export function distinct<T extends Channel>(channels: readonly T[]): readonly T[] {
  const firsts = firstIndexes(channels.map(channelKey));
  return channels.filter((_, i) => firsts[i] === i);
}

/** Channels that a topic of the place can notify: queues, functions and parameters of another one it cannot. */
export function subscribableIn(
  { account, region }: Pick<Place, "account" | "region">,
  channels: readonly SubscribedChannel[],
): readonly SubscribedChannel[] {
  return channels.filter((channel) => {
    const { isOf } = traitsOf(channel);
    const arn = parseArn(channelText(channel));
    return (
      isOf === undefined ||
      (arn?.account === account && (isOf === "account" || arn.region === region))
    );
  });
}
