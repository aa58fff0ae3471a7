import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import {
  onlyWithTls,
  policy,
  policyDocument,
  queueArn,
  type ArnPlace,
  type PolicyStatement,
} from "../src/aws";
import {
  ref,
  stackPlace,
  substituted,
  type CloudFormationResource,
} from "../src/aws/cloudformation";
import type { RegionScope } from "./region-scope";

/** Properties of a dead-letter queue. */
export interface DeadLetterQueueProps {
  /** Where the rules are. */
  readonly where: RegionScope;
  readonly name: string;
  /** ARNs of the rules whose undelivered events it keeps; `*` stands for any text in a name. */
  readonly ruleArns: readonly string[];
}

/** How long a dead-letter message is kept, the longest that SQS offers: 14 days, in seconds. */
const deadLetterRetentionSeconds = 1_209_600;

/**
 * Which queues of the account may redrive to it: what SQS allows where nothing is said, said for
 * Control Tower's CT.SQS.PR.1, which accepts no `denyAll`.
 * @see https://docs.aws.amazon.com/controltower/latest/controlreference/sqs-rules.html
 */
const redriveAllowPolicy = { redrivePermission: "allowAll" } as const;

/** Who may use a queue: the rules of these ARNs, to keep what EventBridge could not deliver. */
function deadLetterStatements(
  place: ArnPlace,
  name: string,
  ruleArns: readonly string[],
): readonly PolicyStatement[] {
  return [
    {
      Sid: "RulesKeepUndeliveredEvents",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: queueArn(place, name),
      Condition: { ArnEquals: { "aws:SourceArn": ruleArns } },
    },
    onlyWithTls("sqs:*", queueArn(place, name)),
  ];
}

/**
 * A queue for events that EventBridge could not deliver. Encrypted by keys that SQS manages, which
 * EventBridge needs no permission for.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function deadLetterQueue(
  scope: Construct,
  id: string,
  { where: { common, place }, name, ruleArns }: DeadLetterQueueProps,
): SqsQueue {
  return new SqsQueue(scope, id, {
    ...common,
    name,
    messageRetentionSeconds: deadLetterRetentionSeconds,
    sqsManagedSseEnabled: true,
    redriveAllowPolicy: JSON.stringify(redriveAllowPolicy),
    policy: policyDocument(...deadLetterStatements(place, name, ruleArns)),
  });
}

/** Names of the resources within a template. */
export const deadLetterIds = { queue: "DeadLetters", policy: "DeadLettersPolicy" } as const;

/** The dead-letter queue of a region and its policy, as CloudFormation creates them. */
export function deadLetterResources(
  name: string,
  ruleArns: readonly string[],
): Readonly<Record<string, CloudFormationResource>> {
  return {
    [deadLetterIds.queue]: {
      Type: "AWS::SQS::Queue",
      Properties: {
        QueueName: name,
        MessageRetentionPeriod: deadLetterRetentionSeconds,
        SqsManagedSseEnabled: true,
        RedriveAllowPolicy: redriveAllowPolicy,
      },
    },
    [deadLetterIds.policy]: {
      Type: "AWS::SQS::QueuePolicy",
      Properties: {
        Queues: [ref(deadLetterIds.queue)],
        PolicyDocument: substituted(policy(...deadLetterStatements(stackPlace, name, ruleArns))),
      },
    },
  };
}
