import { eventBusArn, eventRuleArn, type Place } from "../src/aws";

/** Name of the trail, of its log group and, as an alias, of its key. */
export function trailName(namePrefix: string): string {
  return `${namePrefix}-trail`;
}

/** Name of the trail's bucket: bucket names are global, so account and region are part of it. */
export function trailBucketName(namePrefix: string, { account, region }: Place): string {
  return `${namePrefix}-trail-${account}-${region}`;
}

/** Name of the role with which CloudTrail writes to the log group. */
export function trailLogRoleName(namePrefix: string): string {
  return `${namePrefix}-trail-logs`;
}

/** Name of the hub's event bus. */
export function hubBusName(namePrefix: string): string {
  return namePrefix;
}

/** ARN of the hub's event bus, computed so that no account needs the hub's state. */
export function hubBusArn(hub: Place, namePrefix: string): string {
  return eventBusArn(hub, hubBusName(namePrefix));
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html */
export const longestArchiveName = 48;

/** Name of the archive of the hub's event bus, at most 48 characters. */
export function hubArchiveName(namePrefix: string): string {
  return namePrefix;
}

/**
 * Name of a rule that sends one kind of alert to one route; the default route has no name.
 * @param part which of the rules of the kind and route, where one pattern cannot say all: from 0
 */
export function alertRuleName(namePrefix: string, kind: string, route?: string, part = 0): string {
  return [
    namePrefix,
    kind,
    ...(route === undefined ? [] : [route]),
    ...(part === 0 ? [] : [part + 1]),
  ].join("-");
}

/**
 * ARN that stands for every rule of the hub, by their prefix: for policies that would be too long if
 * they named each.
 */
export function hubRulesArn(
  hub: Place,
  namePrefix: string,
  busName = hubBusName(namePrefix),
): string {
  return eventRuleArn(hub, `${namePrefix}-*`, busName);
}

/** Name of the queue that keeps what the hub's rules could not deliver. */
export function hubQueueName(namePrefix: string): string {
  return `${namePrefix}-hub-dead-letters`;
}

/** Name of the function of a route, and of its role; the default route has no name. */
export function formatterName(namePrefix: string, route?: string): string {
  return [namePrefix, "format", ...(route === undefined ? [] : [route])].join("-");
}

/** Name of the rule, the same in every account and region, and of the role that sends for it. */
export function forwarderName(namePrefix: string): string {
  return `${namePrefix}-forward`;
}

/** Name of the queue that keeps what a forwarding rule could not deliver. */
export function forwarderQueueName(namePrefix: string): string {
  return `${namePrefix}-forward-dead-letters`;
}

/** Id of the construct that stands for all regions of an account at once. */
export const eachRegionId = "each-region";

/** Name of the stack set in the account that administers it. */
export function forwarderStackSetName(namePrefix: string): string {
  return `${namePrefix}-forward`;
}

/** Name of the role of one region, where each region has its own. */
export function regionalForwarderName(namePrefix: string, region: string): string {
  return `${forwarderName(namePrefix)}-${region}`;
}

/** Name of the role that the chat application works with. */
export function chatRoleName(name: string): string {
  return `${name}-chat`;
}

/** Name of the role as which a drill signs in. */
export function drillRoleName(namePrefix: string): string {
  return `${namePrefix}-drill`;
}
