import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { TerraformResource, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { eventRuleArn } from "../../src/aws";
import { deadLetterQueue } from "../dead-letter-queue";
import { forwarderQueueName } from "../names";
import type { RegionScope } from "../region-scope";
import type { RetryPolicy } from "../retry-policy";
import type { ForwarderRole } from "./forwarder-role";
import { forwardingRuleNames, heartbeatRule, hubTargetId, type ForwardRule } from "./rules";

/** Properties of a {@link ForwarderTarget}. */
interface ForwarderTargetProps {
  readonly where: RegionScope;
  /** Name of the rule. */
  readonly rule: string;
  readonly hubBusArn: string;
  readonly roleArn: string;
  readonly deadLetterQueueArn: string;
  readonly retryPolicy: RetryPolicy;
  /** What must exist before the rule may send: EventBridge does not retry a missing permission. */
  readonly permission: ITerraformDependable;
}

/**
 * Sends what a rule matches to the hub. The provider's class of this resource makes 17 objects for
 * blocks that are not used here, each with a stack trace: half the time of a synthesis.
 */
class ForwarderTarget extends TerraformResource {
  readonly #props: ForwarderTargetProps;

  constructor(scope: Construct, id: string, props: ForwarderTargetProps) {
    const { provider, forEach } = props.where.common;
    super(scope, id, {
      terraformResourceType: "aws_cloudwatch_event_target",
      terraformGeneratorMetadata: { providerName: "aws" },
      provider,
      dependsOn: [props.permission],
      ...(forEach && { forEach }),
    });
    this.#props = props;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { where, rule, hubBusArn, roleArn, deadLetterQueueArn, retryPolicy } = this.#props;
    const { region } = where.common;
    return {
      rule,
      target_id: hubTargetId,
      arn: hubBusArn,
      role_arn: roleArn,
      retry_policy: {
        maximum_event_age_in_seconds: retryPolicy.maximumEventAgeInSeconds,
        maximum_retry_attempts: retryPolicy.maximumRetryAttempts,
      },
      dead_letter_config: { arn: deadLetterQueueArn },
      ...(region !== undefined && { region }),
    };
  }
}

/** Properties of a {@link RegionHeartbeat}: the target is that of every rule of the region. */
interface RegionHeartbeatProps extends Omit<ForwarderTargetProps, "rule"> {
  readonly namePrefix: string;
  /** Hours between two heartbeats. */
  readonly hours: number;
}

/** Sends one event on the path of every sign-in, so that a region that falls silent is noticed. */
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
