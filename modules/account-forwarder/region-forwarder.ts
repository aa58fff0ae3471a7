import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { eventRuleArn, type Place } from "../../src/aws";
import { deadLetterQueue } from "../dead-letter-queue";
import { heartbeatName } from "../../src/guards";
import type { RetryPolicy } from "../retry-policy";
import type { ForwarderRole } from "./forwarder-role";
import { forwarderName, forwarderQueueName } from "./names";
import { RegionHeartbeat } from "./region-heartbeat";

/** Properties of a {@link RegionForwarder}. */
export interface RegionForwarderProps {
  readonly provider: TerraformProvider;
  readonly place: Place;
  readonly namePrefix: string;
  readonly role: ForwarderRole;
  readonly hubBusArn: string;
  /** JSON of the pattern, at most 2,048 characters. */
  readonly eventPattern: string;
  readonly state: string;
  readonly retryPolicy: RetryPolicy;
  /** Hours between two heartbeats; none without. */
  readonly heartbeatHours?: number;
}

/** Rule, target, dead-letter queue and heartbeat of one region. */
export class RegionForwarder extends Construct {
  public readonly ruleArn: string;

  constructor(scope: Construct, id: string, props: RegionForwarderProps) {
    super(scope, id);
    const { provider, place, namePrefix, role, hubBusArn, retryPolicy, heartbeatHours } = props;
    const name = forwarderName(namePrefix);
    const rule = new CloudwatchEventRule(this, "Resource", {
      provider,
      name,
      description: "Sends console sign-in events to the event bus of the alert hub",
      eventPattern: props.eventPattern,
      state: props.state,
    });
    this.ruleArn = rule.arn;
    const queue = deadLetterQueue(this, "DeadLetters", {
      provider,
      place,
      name: forwarderQueueName(namePrefix),
      ruleArns: [
        eventRuleArn(place, name),
        ...(heartbeatHours === undefined ? [] : [eventRuleArn(place, heartbeatName(namePrefix))]),
      ],
    });
    new CloudwatchEventTarget(this, "Target", {
      provider,
      rule: rule.name,
      targetId: "hub",
      arn: hubBusArn,
      roleArn: role.arn,
      retryPolicy,
      deadLetterConfig: { arn: queue.arn },
      dependsOn: [role.permission],
    });
    if (heartbeatHours !== undefined) {
      new RegionHeartbeat(this, "Heartbeat", {
        provider,
        namePrefix,
        role,
        hubBusArn,
        deadLetterQueueArn: queue.arn,
        retryPolicy,
        hours: heartbeatHours,
      });
    }
  }
}
