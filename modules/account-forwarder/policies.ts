import { eventRuleArn, type ArnPlace, type PolicyStatement } from "../../src/aws";

/** Name of the role's policy. */
export const forwarderPolicyName = "put-events-on-hub";

/** Who may use the role: EventBridge, for the rules of these names in the place's region. */
export function forwarderTrust(place: ArnPlace, ruleNames: readonly string[]): PolicyStatement {
  return {
    Sid: "ForwardingRulesAssumeRole",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      ArnLike: { "aws:SourceArn": ruleNames.map((name) => eventRuleArn(place, name)) },
      StringEquals: { "aws:SourceAccount": place.account },
    },
  };
}

/** What the role may do. */
export function forwarderPermission(hubBusArn: string): PolicyStatement {
  return {
    Sid: "PutEventsOnHub",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: hubBusArn,
  };
}
