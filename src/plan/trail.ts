import { forwarderQueueName, trailBucketName, trailName } from "../../modules/names";
import type { Partition, Place } from "../aws";
import { logGroupName } from "../aws/arn";
import type { SignInLog } from "../guards";
import type { SignInAlertsProps } from "../config/props";
import { accessTo, type AccessPlan } from "./access";
import type { Coverage } from "./accounts";
import { channelOf, distinct, subscribableIn, type SubscribedChannel } from "./channels";
import { defaults } from "./defaults";
import { resolveTopic, topicName, type TopicPlan } from "./topics";

/** A trail that is created. */
export interface CreatedTrailPlan {
  readonly bucketName: string;
  /** Bucket that S3 writes access logs to; absent: none. */
  readonly accessLogBucketName?: string;
  /** Days after which log files are deleted. */
  readonly retentionDays: number;
  /** Days that CloudWatch Logs keeps events; 0 for no log group. */
  readonly logRetentionDays: number;
  /** Whether it logs read-only events. */
  readonly logReadEvents: boolean;
  /** Days in which log files cannot be deleted; absent: they can be. */
  readonly objectLockDays?: number;
  /** Whether Terraform refuses to destroy trail, bucket and key. */
  readonly deletionProtection: boolean;
}

/** The log path: what the trail's log group is searched for, and who is notified. */
export interface LogPlan {
  readonly log: SignInLog;
  /** ARN of the log group where it exists already. */
  readonly existingLogGroupArn?: string;
  readonly alarmTopic: TopicPlan;
}

/** The organization trail, created or existing. */
export interface TrailPlan extends AccessPlan {
  /** Absent where there is nothing to create: an existing trail without a log group. */
  readonly stackName?: string;
  /** Account and home region. */
  readonly place: Required<Place>;
  /** Absent: the trail exists already. */
  readonly created?: CreatedTrailPlan;
  /** Absent: no log group is searched. */
  readonly logPath?: LogPlan;
}

/** What a trail is resolved with. */
export interface TrailContext extends Coverage {
  readonly partition: Partition;
  readonly namePrefix: string;
  readonly stackPrefix: string;
  /** Everybody who is notified of alerts. */
  readonly alerted: readonly SubscribedChannel[];
  /** Whether an alert needs read-only events. */
  readonly needsReadEvents: boolean;
}

/** The log group to search: its name, and its ARN where it exists already. */
function logGroupOf(
  { trail }: SignInAlertsProps,
  namePrefix: string,
): { readonly name: string; readonly existing?: string } | undefined {
  if (trail?.type !== "existing") {
    return trail?.logRetentionDays === 0 ? undefined : { name: trailName(namePrefix) };
  }
  const name = logGroupName(trail.logGroupArn ?? "");
  const existing = trail.logGroupArn?.replace(/:\*$/u, "");
  return name === undefined || existing === undefined ? undefined : { name, existing };
}

function resolveLog(
  { trail, logAlarms, flood }: SignInAlertsProps,
  name: string,
  { namePrefix, accounts, stackSet }: TrailContext,
): SignInLog {
  const {
    signIns = defaults.signIns,
    failures = defaults.failures,
    cis = defaults.cis,
    users = [],
  } = logAlarms ?? {};
  const logsDeadLetters =
    trail?.type === "existing" ? trail.logsDeadLetters === true : trail?.logDeadLetters !== false;
  return {
    namePrefix,
    logGroupName: name,
    ...(trail?.type !== "existing" && { trailName: trailName(namePrefix) }),
    signIns,
    failures,
    floodPerMinute: flood?.perMinute ?? defaults.floodPerMinute,
    cis,
    watchedUsers: users,
    ...(logAlarms?.uncovered !== false && {
      covered: accounts.map(({ id, regions }) => ({ account: id, regions })),
      ...(stackSet && { coveredOthers: stackSet.regions }),
    }),
    ...(logsDeadLetters && { deadLetterQueueName: forwarderQueueName(namePrefix) }),
  };
}

function resolveCreated(
  { trail }: SignInAlertsProps,
  place: Place,
  { namePrefix, needsReadEvents }: TrailContext,
): CreatedTrailPlan | undefined {
  if (trail?.type === "existing") return undefined;
  const { objectLockDays, accessLogBucketName } = trail ?? {};
  return {
    bucketName: trail?.bucketName ?? trailBucketName(namePrefix, place),
    ...(accessLogBucketName !== undefined && { accessLogBucketName }),
    retentionDays: trail?.retentionDays ?? defaults.retentionDays,
    logRetentionDays: trail?.logRetentionDays ?? defaults.logRetentionDays,
    logReadEvents: trail?.logReadEvents === true || needsReadEvents,
    ...(objectLockDays !== undefined && { objectLockDays }),
    deletionProtection: trail?.deletionProtection !== false,
  };
}

/** The trail, what its log group is searched for, and who is notified. */
export function resolveTrail(configuration: SignInAlertsProps, context: TrailContext): TrailPlan {
  const { trail, organization, hub, operations, logAlarms } = configuration;
  const { partition, namePrefix, stackPrefix } = context;
  const account = trail?.account ?? organization.managementAccount;
  const place = { partition, account, region: trail?.homeRegion ?? hub.region };
  const created = resolveCreated(configuration, place, context);
  const logGroup = logGroupOf(configuration, namePrefix);
  // Sign-ins, and dead-letter messages.
  const everybody = [...context.alerted, ...(operations?.recipients ?? []).map(channelOf)];
  return {
    ...((created || logGroup) && { stackName: `${stackPrefix}-trail` }),
    place,
    ...accessTo(configuration, account, partition),
    ...(created && { created }),
    ...(logGroup && {
      logPath: {
        log: resolveLog(configuration, logGroup.name, context),
        ...(logGroup.existing !== undefined && { existingLogGroupArn: logGroup.existing }),
        alarmTopic: resolveTopic(
          place,
          topicName(namePrefix, "trail-alarms"),
          logAlarms?.topicArn,
          subscribableIn(place, distinct(everybody)),
        ),
      },
    }),
  };
}
