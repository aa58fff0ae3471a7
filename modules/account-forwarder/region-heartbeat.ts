import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import type { RegionScope } from "../region-scope";
import type { RetryPolicy } from "../retry-policy";
import type { ForwarderRole } from "./forwarder-role";
import { heartbeatRule, hubTargetId } from "./rules";

/** Properties of a {@link RegionHeartbeat}. */
export interface RegionHeartbeatProps {
  readonly where: RegionScope;
  readonly namePrefix: string;
  readonly role: ForwarderRole;
  readonly hubBusArn: string;
  readonly deadLetterQueueArn: string;
  readonly retryPolicy: RetryPolicy;
  /** Hours between two heartbeats. */
  readonly hours: number;
}

/** Sends one event on the way of every sign-in, so that a region that falls silent is noticed. */
export class RegionHeartbeat extends Construct {
  constructor(scope: Construct, id: string, props: RegionHeartbeatProps) {
    super(scope, id);
    const { where, role } = props;
    const rule = new CloudwatchEventRule(this, "Resource", {
      ...where.common,
      ...heartbeatRule(props.namePrefix, props.hours),
    });
    new CloudwatchEventTarget(this, "Target", {
      ...where.common,
      rule: where.attributeOf(rule, "name"),
      targetId: hubTargetId,
      arn: props.hubBusArn,
      roleArn: role.arn,
      retryPolicy: props.retryPolicy,
      deadLetterConfig: { arn: props.deadLetterQueueArn },
      dependsOn: [role.permission],
    });
  }
}
