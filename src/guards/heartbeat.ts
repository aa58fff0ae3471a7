import type { EventPattern } from "../aws/eventbridge";
import { eventRuleArn, type Place } from "../aws";
import type { EventEnvelope } from "../catalog";
import type { Guards } from "./alarm";

/**
 * Hours between two heartbeats of a region that divide a day. Not one: the window of the alarm, an
 * hour longer, would always hold two of each.
 */
export const heartbeatHours = [2, 3, 4, 6, 8, 12, 24] as const;

/** How often a heartbeat is sent unless set otherwise. */
export const defaultHeartbeatHours = 24;

/** Source and detail-type of what a scheduled rule sends. */
export const scheduledEvent = { source: "aws.events", "detail-type": "Scheduled Event" } as const;

/** Name of the scheduled rule in each region. */
export function heartbeatName(namePrefix: string): string {
  return `${namePrefix}-heartbeat`;
}

/** Name of the hub's rule that matches heartbeats, of its permission and of its metric filter. */
export function heartbeatWatchName(namePrefix: string): string {
  return `${namePrefix}-heartbeats`;
}

/** The log group that keeps heartbeats: EventBridge writes to names that begin so. */
export function heartbeatLogGroupName(namePrefix: string): string {
  return `/aws/events/${heartbeatWatchName(namePrefix)}`;
}

/**
 * When every region sends: all in the same minute, because the alarm counts in a window that is one
 * hour longer than the time between two.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export function heartbeatSchedule(hours: number): string {
  return `cron(17 ${hours === 24 ? "6" : `0/${hours}`} * * ? *)`;
}

/** The heartbeats of this organization, whichever account and region sent them. */
export function heartbeatPattern(namePrefix: string): EventPattern {
  return {
    source: [scheduledEvent.source],
    "detail-type": [scheduledEvent["detail-type"]],
    resources: [{ suffix: `:rule/${heartbeatName(namePrefix)}` }],
  };
}

/** The heartbeat of one account and region. */
export function heartbeatEvent(place: Place, namePrefix: string): EventEnvelope {
  return {
    version: "0",
    id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
    ...scheduledEvent,
    account: place.account,
    region: place.region,
    time: "2026-01-15T06:17:00Z",
    resources: [eventRuleArn(place, heartbeatName(namePrefix))],
    detail: {},
  };
}

/** How many heartbeats there should be, and how often. */
export interface ExpectedHeartbeats {
  readonly namePrefix: string;
  /** Number of accounts and regions that send one. */
  readonly forwarders: number;
  /** Hours between two of one region; one of `heartbeatHours`. */
  readonly hours: number;
}

/**
 * One alarm over all accounts and regions. Its window holds every heartbeat once; for one hour
 * after the schedule it holds two of each, so a region that stays silent raises it again each
 * time, and the alarm does not notify when all is well.
 */
export function heartbeatGuards({ namePrefix, forwarders, hours }: ExpectedHeartbeats): Guards {
  const logGroupName = heartbeatLogGroupName(namePrefix);
  const metric = { namespace: namePrefix, name: "Heartbeats" };
  return {
    filters: [
      {
        name: heartbeatWatchName(namePrefix),
        logGroupName,
        pattern: `{ $.source = "${scheduledEvent.source}" }`,
        metric,
      },
    ],
    alarms: [
      {
        name: `${namePrefix}-heartbeats-missing`,
        description: `Fewer than ${forwarders} heartbeats arrived: from some account and region sign-ins would not be told. The saved query ${namePrefix}/heartbeats lists when each was heard last, the quiet ones first.`,
        watched: { metric, statistic: "Sum" },
        period: (hours + 1) * 3600,
        comparison: "LessThanThreshold",
        threshold: forwarders,
        missingData: "breaching",
      },
    ],
    queries: [
      {
        name: `${namePrefix}/heartbeats`,
        logGroupName,
        query: [
          "fields account, region",
          "stats latest(@timestamp) as lastHeartbeat, count(*) as heartbeats by account, region",
          "sort lastHeartbeat asc",
          "limit 10000",
        ].join("\n| "),
      },
    ],
  };
}
