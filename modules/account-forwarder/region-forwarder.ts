import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { Construct } from "constructs";
import { eventRuleArn } from "../../src/aws";
import { deadLetterQueue } from "../dead-letter-queue";
import type { RegionScope } from "../region-scope";
import type { RetryPolicy } from "../retry-policy";
import type { ForwarderRole } from "./forwarder-role";
import { ForwarderTarget, type ForwarderTargetProps } from "./forwarder-target";
import { forwarderQueueName } from "./names";
import { forwardingRuleNames, heartbeatRule, type ForwardRule } from "./rules";

/** Properties of a {@link RegionForwarder}. */
export interface RegionForwarderProps {
  readonly where: RegionScope;
  readonly namePrefix: string;
  readonly role: ForwarderRole;
  readonly hubBusArn: string;
  /** Its pattern as JSON, at most 2,048 characters. */
  readonly rule: Omit<ForwardRule, "eventPattern"> & { readonly eventPattern: string };
  readonly retryPolicy: RetryPolicy;
  /** Hours between two heartbeats; none without. */
  readonly heartbeatHours?: number;
}

/** Properties of a {@link RegionHeartbeat}: the target is that of every rule of the region. */
interface RegionHeartbeatProps extends Omit<ForwarderTargetProps, "rule"> {
  readonly namePrefix: string;
  /** Hours between two heartbeats. */
  readonly hours: number;
}

/** Sends one event on the way of every sign-in, so that a region that falls silent is noticed. */
class RegionHeartbeat extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namePrefix, hours, ...target }: RegionHeartbeatProps,
  ) {
    super(scope, id);
    const { where } = target;
    const rule = new CloudwatchEventRule(this, "Resource", {
      ...where.common,
      ...heartbeatRule(namePrefix, hours),
    });
    new ForwarderTarget(this, "Target", { ...target, rule: where.attributeOf(rule, "name") });
  }
}

/** Rule, target, dead-letter queue and heartbeat of one region, or of each. */
export class RegionForwarder extends Construct {
  /** The rule, or one of each region. */
  public readonly rule: CloudwatchEventRule;

  constructor(scope: Construct, id: string, props: RegionForwarderProps) {
    super(scope, id);
    const { where, namePrefix, role, hubBusArn, retryPolicy, heartbeatHours } = props;
    const { place, common } = where;
    const rule = new CloudwatchEventRule(this, "Resource", { ...common, ...props.rule });
    this.rule = rule;
    const queue = deadLetterQueue(this, "DeadLetters", {
      where,
      name: forwarderQueueName(namePrefix),
      ruleArns: forwardingRuleNames(props).map((name) => eventRuleArn(place, name)),
    });
    const queueArn = where.attributeOf(queue, "arn");
    const target = {
      where,
      hubBusArn,
      roleArn: role.arn,
      deadLetterQueueArn: queueArn,
      retryPolicy,
      permission: role.permission,
    };
    new ForwarderTarget(this, "Target", { ...target, rule: where.attributeOf(rule, "name") });
    if (heartbeatHours !== undefined) {
      new RegionHeartbeat(this, "Heartbeat", { ...target, namePrefix, hours: heartbeatHours });
    }
  }
}
