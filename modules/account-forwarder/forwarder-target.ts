import { TerraformResource, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { RegionScope } from "../region-scope";
import type { RetryPolicy } from "../retry-policy";
import { hubTargetId } from "./rules";

/** Properties of a {@link ForwarderTarget}. */
export interface ForwarderTargetProps {
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
 * Sends what a rule takes to the hub. The provider's class of this resource makes 17 objects for
 * blocks that are not used here, each with a stack trace: half the time of a synthesis.
 */
export class ForwarderTarget extends TerraformResource {
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
