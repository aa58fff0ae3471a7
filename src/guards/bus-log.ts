import type { SavedQuery } from "./alarm";
import { heartbeatWatchName } from "./heartbeat";

/** What the records of one event bus are called and read with. */
export interface BusLog {
  /** Begins the names of queries and of what delivers records. */
  readonly namePrefix: string;
  readonly busName: string;
}

/** The log group of an event bus: the name that AWS's console proposes, which no other writes to. */
export function busLogGroupName(busName: string): string {
  return `/aws/vendedlogs/events/event-bus/${busName}`;
}

/**
 * What the level INFO writes: each sort of record has a delivery source of its own, and without one it
 * goes nowhere.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html
 */
export const busLogTypes = ["INFO_LOGS", "ERROR_LOGS"] as const;

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html */
export const longestLogDeliveryName = 60;

/** Name of what hands on one sort of record, at most {@link longestLogDeliveryName} characters. */
export function busLogSourceName(
  namePrefix: string,
  logType: (typeof busLogTypes)[number],
): string {
  return `${namePrefix}-hub-${logType === "INFO_LOGS" ? "info" : "error"}`;
}

/** Name of what stands for the log group as the end of deliveries, shorter than those of sources. */
export function busLogDestinationName(namePrefix: string): string {
  return `${namePrefix}-hub`;
}

/** Name of the permission to write to the log group. */
export function busLogPolicyName(namePrefix: string): string {
  return `${namePrefix}-hub-logs`;
}

/** What could not be delivered, or not at once, with the words of the service that refused. */
export function failuresQuery({ namePrefix, busName }: BusLog): SavedQuery {
  return {
    name: `${namePrefix}/failures`,
    logGroupName: busLogGroupName(busName),
    query: [
      'filter ispresent(error.error_message) or message_type in ["INVOCATION_FAILURE", "INVOCATION_DLQ"]',
      rule(busName),
      "display @timestamp, rule, message_type, error.error_message, error.http_status_code, details.total_attempts, event_id",
      "sort @timestamp desc",
      "limit 1000",
    ].join("\n| "),
  };
}

/** The name of the rule, which is that of the kind and route, out of its ARN. */
function rule(busName: string): string {
  return `parse details.rule_arn "*:rule/${busName}/*" as ofRule, rule`;
}

/**
 * Whether an alert was delivered, what was not and why, and how long it took. A record says it of one
 * target of one event.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-logs-schema.html
 */
export function busLogQueries(log: BusLog): readonly SavedQuery[] {
  const { namePrefix, busName } = log;
  const logGroupName = busLogGroupName(busName);
  return [
    {
      name: `${namePrefix}/deliveries`,
      logGroupName,
      query: [
        'filter message_type in ["INVOCATION_SUCCESS", "INVOCATION_FAILURE", "INVOCATION_DLQ"]',
        rule(busName),
        `filter rule != "${heartbeatWatchName(namePrefix)}"`,
        "display @timestamp, rule, message_type, details.total_attempts, details.ingestion_to_complete_latency_ms, event_id",
        "sort @timestamp desc",
        "limit 1000",
      ].join("\n| "),
    },
    failuresQuery(log),
    {
      name: `${namePrefix}/slowest`,
      logGroupName,
      query: [
        'filter message_type = "INVOCATION_SUCCESS"',
        rule(busName),
        "stats count(*) as delivered, pct(details.ingestion_to_success_latency_ms, 50) as medianMs, max(details.ingestion_to_success_latency_ms) as slowestMs, max(details.total_attempts) as mostAttempts by rule",
        "sort slowestMs desc",
        "limit 1000",
      ].join("\n| "),
    },
  ];
}
