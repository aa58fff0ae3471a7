import { policy } from "../src/aws";
import {
  ref,
  stackPlace,
  substituted,
  type CloudFormationResource,
} from "../src/aws/cloudformation";
import { deadLetterRetentionSeconds, deadLetterStatements } from "./dead-letter-queue";

/** Names of the resources within a template. */
export const deadLetterIds = { queue: "DeadLetters", policy: "DeadLettersPolicy" } as const;

/** The dead-letter queue of a region and its policy, as CloudFormation makes them. */
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
