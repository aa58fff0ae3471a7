import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { onlyWithTls, policyDocument, queueArn, type Place } from "../src/aws";

/** Properties of a dead-letter queue. */
export interface DeadLetterQueueProps {
  /** Provider of the account and region of `place`, which are those of the rules. */
  readonly provider: TerraformProvider;
  readonly place: Place;
  readonly name: string;
  /** ARNs of the rules whose undelivered events it keeps; `*` stands for any text in a name. */
  readonly ruleArns: readonly string[];
}

/** Longest retention that SQS offers: 14 days, in seconds. */
const retentionSeconds = 1_209_600;

/**
 * A queue for events that EventBridge could not deliver. Encrypted by keys that SQS manages, which
 * EventBridge needs no permission for.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function deadLetterQueue(
  scope: Construct,
  id: string,
  { provider, place, name, ruleArns }: DeadLetterQueueProps,
): SqsQueue {
  return new SqsQueue(scope, id, {
    provider,
    name,
    messageRetentionSeconds: retentionSeconds,
    sqsManagedSseEnabled: true,
    policy: policyDocument(
      {
        Sid: "RulesKeepUndeliveredEvents",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: queueArn(place, name),
        Condition: { ArnEquals: { "aws:SourceArn": ruleArns } },
      },
      onlyWithTls("sqs:*", queueArn(place, name)),
    ),
  });
}
