import type { EventPattern } from "../../src/aws/eventbridge";
import { forwarderPattern, ruleStateFor, type AlertKind } from "../../src/catalog";
import { heartbeatName, heartbeatSchedule } from "../../src/guards";
import { forwarderName } from "../names";

/** What a region of an account has to send, whichever tool creates its rules. */
export interface Forwarded {
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  /** Kinds of event to forward. */
  readonly kinds: readonly AlertKind[];
  /** Hours between two heartbeats; none without. */
  readonly heartbeatHours?: number;
}

/** Description of the role that sends. */
export const forwarderRoleDescription = "Sends sign-in events to the event bus of the alert hub";

/** Id of the hub's event bus among the targets of a rule. */
export const hubTargetId = "hub";

/** The rule that matches sign-in events. */
export interface ForwardRule {
  readonly name: string;
  readonly description: string;
  readonly eventPattern: EventPattern;
  readonly state: string;
}

/** The rule that forwards these kinds. */
export function forwardRule({ namePrefix, kinds }: Forwarded): ForwardRule {
  return {
    name: forwarderName(namePrefix),
    description: "Sends console sign-in events to the event bus of the alert hub",
    eventPattern: forwarderPattern(kinds),
    state: ruleStateFor(kinds),
  };
}

/** The rule that sends a heartbeat. */
export interface HeartbeatRule {
  readonly name: string;
  readonly description: string;
  readonly scheduleExpression: string;
  readonly state: string;
}

/** The rule that sends a heartbeat every so many hours. */
export function heartbeatRule(namePrefix: string, hours: number): HeartbeatRule {
  return {
    name: heartbeatName(namePrefix),
    description: "Shows the alert hub that sign-ins of this region would be told",
    scheduleExpression: heartbeatSchedule(hours),
    state: "ENABLED",
  };
}

/** Names of the rules of a region, which the role and the dead-letter queue are for. */
export function forwardingRuleNames({
  namePrefix,
  heartbeatHours,
}: Omit<Forwarded, "kinds">): readonly string[] {
  return [
    forwarderName(namePrefix),
    ...(heartbeatHours === undefined ? [] : [heartbeatName(namePrefix)]),
  ];
}
