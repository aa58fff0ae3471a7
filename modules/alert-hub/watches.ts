import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Construct } from "constructs";
import { logGroupArn, policyDocument } from "../../src/aws";
import {
  deliveryAlarms,
  heartbeatGuards,
  heartbeatLogGroupName,
  heartbeatPattern,
  heartbeatWatchName,
  type DeliveryPath,
  type ExpectedHeartbeats,
} from "../../src/guards";
import { alarmResource, logGroupGuards, type AlarmProps } from "../guards";
import type { RetryPolicy } from "../retry-policy";

/** Properties of a {@link DeliveryWatch}. */
export interface DeliveryWatchProps extends AlarmProps, DeliveryPath {}

/** Alarms on what keeps an event that reached the hub from being delivered. */
export class DeliveryWatch extends Construct {
  constructor(scope: Construct, id: string, props: DeliveryWatchProps) {
    super(scope, id);
    for (const alarm of deliveryAlarms(props)) {
      alarmResource(this, alarm.name.slice(props.namePrefix.length + 1), alarm, props);
    }
  }
}

/** Properties of a {@link HeartbeatWatch}. */
export interface HeartbeatWatchProps extends AlarmProps, ExpectedHeartbeats {
  /** Event bus that heartbeats arrive on. */
  readonly busName: string;
  readonly deadLetterQueueArn: string;
  readonly retryPolicy: RetryPolicy;
}

/** Days that heartbeats are kept, for the query that finds the quiet region. */
const retentionDays = 30;

/**
 * Counts the heartbeats of all accounts and regions, and raises an alarm when one is missing.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export class HeartbeatWatch extends Construct {
  constructor(scope: Construct, id: string, props: HeartbeatWatchProps) {
    super(scope, id);
    const { provider, place, namePrefix, busName } = props;
    const name = heartbeatWatchName(namePrefix);
    const group = new CloudwatchLogGroup(this, "LogGroup", {
      provider,
      name: heartbeatLogGroupName(namePrefix),
      retentionInDays: retentionDays,
    });
    const permission = new CloudwatchLogResourcePolicy(this, "LogPolicy", {
      provider,
      policyName: name,
      policyDocument: policyDocument({
        Sid: "EventBridgeWritesHeartbeats",
        Effect: "Allow",
        Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logGroupArn(place, heartbeatLogGroupName(namePrefix))}:*`,
      }),
    });
    const rule = new CloudwatchEventRule(this, "Resource", {
      provider,
      name,
      description: "Counts the heartbeats of every account and region",
      eventBusName: busName,
      eventPattern: JSON.stringify(heartbeatPattern(namePrefix)),
      state: "ENABLED",
    });
    new CloudwatchEventTarget(this, "Target", {
      provider,
      rule: rule.name,
      eventBusName: busName,
      targetId: "log",
      arn: group.arn,
      retryPolicy: props.retryPolicy,
      deadLetterConfig: { arn: props.deadLetterQueueArn },
      dependsOn: [permission],
    });
    logGroupGuards(this, namePrefix, heartbeatGuards(props), { ...props, dependsOn: [group] });
  }
}
