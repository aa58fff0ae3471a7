import { hubArchiveName, hubBusArn, hubBusName } from "../../modules/names";
import type { RetryPolicy } from "../../modules/retry-policy";
import type { Place } from "../aws";
import type { IgnoredEvents, MessageStyle } from "../catalog";
import { busLogGroupName, type ExpectedHeartbeats } from "../guards";
import type { SignInAlertsProps } from "../config/props";
import { accessTo, type AccessPlan } from "./access";
import { channelOf, distinct, isSubscribed, type SubscribedChannel } from "./channels";
import { defaults } from "./defaults";
import { resolveRules, type RoutePlan, type RulePlan } from "./routes";
import { resolveTopic, topicName, type TopicPlan } from "./topics";

/** The hub: where all events meet, and where alerts leave. */
export interface HubPlan extends AccessPlan {
  readonly stackName: string;
  readonly place: Required<Place>;
  readonly busName: string;
  readonly busArn: string;
  /** Keeps the events of alerts, to be replayed; absent: nothing does. */
  readonly archive?: {
    /** At most 48 characters. */
    readonly name: string;
    /** How long events are kept. */
    readonly days: number;
  };
  /** Keeps what the event bus says of each delivery; absent: nothing does. */
  readonly logs?: {
    readonly logGroupName: string;
    /** How long records are kept. */
    readonly days: number;
  };
  /** Notifies that the path of alerts itself is broken. */
  readonly operations: TopicPlan;
  readonly routes: readonly RoutePlan[];
  /** One of each route and kind, in the order of the routes. */
  readonly rules: readonly RulePlan[];
  /** Names of the topics whose failed deliveries raise an alarm: those that are created for routes. */
  readonly alertTopicNames: readonly string[];
  /** Heartbeats that must arrive; absent: none are sent. */
  readonly heartbeats?: ExpectedHeartbeats;
  /** Events a minute, of those that somebody without credentials can cause, that raise an alarm; absent: none does. */
  readonly floodPerMinute?: number;
  readonly retryPolicy: RetryPolicy;
  readonly messageStyle: MessageStyle;
  /** Whether a function writes the mails. */
  readonly formatter: boolean;
  readonly ignored: readonly IgnoredEvents[];
}

/** What the hub is resolved with. */
export interface HubContext {
  readonly place: Required<Place>;
  readonly namePrefix: string;
  readonly stackPrefix: string;
  readonly routes: readonly RoutePlan[];
  readonly ignored: readonly IgnoredEvents[];
  /** Number of accounts and regions that forward. */
  readonly forwarderCount: number;
}

/** Everybody whom SNS notifies of some alert, in the order of the configuration. */
export function alertedBy(routes: readonly RoutePlan[]): readonly SubscribedChannel[] {
  return distinct(routes.flatMap(({ channels }) => channels.filter(isSubscribed)));
}

/** The hub of a configuration. */
export function resolveHub(configuration: SignInAlertsProps, context: HubContext): HubPlan {
  const { operations, retry, heartbeat, flood, message, formatter } = configuration;
  const floodPerMinute = flood?.perMinute ?? defaults.floodPerMinute;
  const { place, namePrefix, stackPrefix, routes, ignored, forwarderCount } = context;
  const days = configuration.hub.archiveDays ?? defaults.archiveDays;
  const logDays = configuration.hub.logRetentionDays ?? defaults.hubLogRetentionDays;
  const busName = hubBusName(namePrefix);
  const hours = heartbeat?.hours ?? defaults.heartbeatHours;
  return {
    stackName: `${stackPrefix}-hub`,
    place,
    ...accessTo(configuration, place.account, place.partition),
    busName,
    busArn: hubBusArn(place, namePrefix),
    ...(days !== 0 && { archive: { name: hubArchiveName(namePrefix), days } }),
    ...(logDays !== 0 && { logs: { logGroupName: busLogGroupName(busName), days: logDays } }),
    operations: resolveTopic(
      place,
      topicName(namePrefix, "operations"),
      operations?.topicArn,
      operations?.recipients?.map(channelOf) ?? alertedBy(routes),
    ),
    routes,
    rules: resolveRules(routes, namePrefix, ignored),
    alertTopicNames: routes.flatMap(({ topic }) => (topic.type === "created" ? topic.name : [])),
    ...(hours !== 0 && { heartbeats: { namePrefix, forwarders: forwarderCount, hours } }),
    ...(floodPerMinute !== 0 && { floodPerMinute }),
    retryPolicy: {
      maximumEventAgeInSeconds: retry?.seconds ?? defaults.retrySeconds,
      maximumRetryAttempts: retry?.attempts ?? defaults.retryAttempts,
    },
    messageStyle: message ?? defaults.message,
    formatter: formatter ?? false,
    ignored,
  };
}
