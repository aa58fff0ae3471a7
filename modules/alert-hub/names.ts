import { eventBusArn, eventRuleArn, type Place } from "../../src/aws";

/** Name of the hub's event bus. */
export function hubBusName(namePrefix: string): string {
  return namePrefix;
}

/** ARN of the hub's event bus, computed so that no account needs the hub's state. */
export function hubBusArn(hub: Place, namePrefix: string): string {
  return eventBusArn(hub, hubBusName(namePrefix));
}

/** Name of the rule that sends one kind of alert to one route; the default route has no name. */
export function alertRuleName(namePrefix: string, kind: string, route?: string): string {
  return [namePrefix, kind, ...(route === undefined ? [] : [route])].join("-");
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
