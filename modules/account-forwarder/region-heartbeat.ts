import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { heartbeatName, heartbeatSchedule } from "../../src/guards";
import type { RetryPolicy } from "../retry-policy";
import type { ForwarderRole } from "./forwarder-role";

/** Properties of a {@link RegionHeartbeat}. */
export interface RegionHeartbeatProps {
  readonly provider: TerraformProvider;
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
    const { provider, role } = props;
    const rule = new CloudwatchEventRule(this, "Resource", {
      provider,
      name: heartbeatName(props.namePrefix),
      description: "Shows the alert hub that sign-ins of this region would be told",
      scheduleExpression: heartbeatSchedule(props.hours),
      state: "ENABLED",
    });
    new CloudwatchEventTarget(this, "Target", {
      provider,
      rule: rule.name,
      targetId: "hub",
      arn: props.hubBusArn,
      roleArn: role.arn,
      retryPolicy: props.retryPolicy,
      deadLetterConfig: { arn: props.deadLetterQueueArn },
      dependsOn: [role.permission],
    });
  }
}
