import {
  formatterName,
  forwarderQueueName,
  hubBusName,
  hubQueueName,
  trailName,
} from "../../modules";
import type { Place } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import {
  defaultHeartbeatHours,
  deliveryAlarms,
  formatterAlarms,
  heartbeatGuards,
  signInLogGuards,
  type ExpectedHeartbeats,
  type Guards,
  type SignInLog,
} from "../guards";
import { defaultNamePrefix } from "../config/defaults";
import type { SignInAlertsProps } from "../config/props";
import { isFormatted, routesOf, topicName } from "./routes";
import { coveredRegions, forwarderCount, stackSetOf, stackSetRegions } from "./rollout";
import { logGroupName, trailPlace } from "./trail-place";

type Props = SignInAlertsProps;

function prefixOf({ namePrefix = defaultNamePrefix }: Pick<Props, "namePrefix">): string {
  return namePrefix;
}

/** The heartbeats that must arrive at the hub; undefined where none are sent. */
export function heartbeatsOf(props: Props): ExpectedHeartbeats | undefined {
  const hours = props.heartbeat?.hours ?? defaultHeartbeatHours;
  if (hours === 0) return undefined;
  return { namePrefix: prefixOf(props), forwarders: forwarderCount(props), hours };
}

/** Names of the topics that alerts leave by. */
export function alertTopicNames(props: Props): readonly string[] {
  return routesOf(props)
    .filter(({ topicArn }) => topicArn === undefined)
    .map(({ name }) => topicName(prefixOf(props), name));
}

/** True where the trail records dead letters. */
function logsDeadLetters({ trail }: Pick<Props, "trail">): boolean {
  if (trail?.type === "existing") return trail.logsDeadLetters === true;
  return trail?.logRetentionDays !== 0 && trail?.logDeadLetters !== false;
}

/** What to look for in the trail's log group; undefined where there is none. */
export function signInLogOf(props: Props): SignInLog | undefined {
  const { trail, logAlarms = {} } = props;
  const namePrefix = prefixOf(props);
  const name =
    trail?.type === "existing"
      ? logGroupName(trail.logGroupArn ?? "")
      : trail?.logRetentionDays === 0
        ? undefined
        : trailName(namePrefix);
  if (name === undefined) return undefined;
  return {
    namePrefix,
    logGroupName: name,
    ...(trail?.type !== "existing" && { trailName: trailName(namePrefix) }),
    ...(logAlarms.signIns !== undefined && { signIns: logAlarms.signIns }),
    ...(logAlarms.failures !== undefined && { failures: logAlarms.failures }),
    ...(logAlarms.users && { watchedUsers: logAlarms.users }),
    ...(logAlarms.uncovered !== false && {
      covered: props.accounts.map((account) => ({
        account: account.id,
        regions: coveredRegions(props, account),
      })),
      ...(stackSetOf(props) && { coveredOthers: stackSetRegions(props) }),
    }),
    ...(logsDeadLetters(props) && { deadLetterQueueName: forwarderQueueName(namePrefix) }),
  };
}

/** Guards, and the account and region they are in. */
export type PlacedGuards = Guards & { readonly place: Place };

/** Everything that watches the path of a configuration's alerts. */
export function guardsOf(props: Props): readonly PlacedGuards[] {
  const namePrefix = prefixOf(props);
  const heartbeats = heartbeatsOf(props);
  const log = signInLogOf(props);
  const delivery = deliveryAlarms({
    namePrefix,
    busName: hubBusName(namePrefix),
    queueName: hubQueueName(namePrefix),
    topicNames: alertTopicNames(props),
  });
  const formatters = routesOf(props)
    .filter((route) => isFormatted(props, route))
    .flatMap(({ name }) => formatterAlarms(formatterName(namePrefix, name)));
  const { hub } = props;
  const place = { partition: partitionOfRegion(hub.region), ...hub };
  return [
    { place, alarms: [...delivery, ...formatters], filters: [], queries: [] },
    ...(heartbeats ? [{ place, ...heartbeatGuards(heartbeats) }] : []),
    ...(log ? [{ place: trailPlace(props), ...signInLogGuards(log) }] : []),
  ];
}
