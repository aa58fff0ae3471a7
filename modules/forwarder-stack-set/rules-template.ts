import { getAtt, type CloudFormationResource } from "../../src/aws/cloudformation";
import { forwardRule, heartbeatRule, hubTargetId } from "../account-forwarder/rules";
import { deadLetterIds } from "../dead-letter-queue-template";
import { longestRetry } from "../retry-policy";
import type { ForwarderTemplateProps } from "./forwarder-template";

/** The rules of a region, each with the hub's event bus as its target. */
export function rulesTemplate(
  props: ForwarderTemplateProps,
  roleArn: unknown,
): Readonly<Record<string, CloudFormationResource>> {
  const { namePrefix, hubBusArn, heartbeatHours, retryPolicy = longestRetry } = props;
  const rule = (properties: Readonly<Record<string, unknown>>): CloudFormationResource => ({
    Type: "AWS::Events::Rule",
    // Without the policy of the queue an event that cannot be delivered is lost.
    DependsOn: [deadLetterIds.policy],
    Properties: {
      ...properties,
      Targets: [
        {
          Id: hubTargetId,
          Arn: hubBusArn,
          RoleArn: roleArn,
          RetryPolicy: {
            MaximumEventAgeInSeconds: retryPolicy.maximumEventAgeInSeconds,
            MaximumRetryAttempts: retryPolicy.maximumRetryAttempts,
          },
          DeadLetterConfig: { Arn: getAtt(deadLetterIds.queue, "Arn") },
        },
      ],
    },
  });
  const forward = forwardRule(props);
  const resources: Record<string, CloudFormationResource> = {
    Forward: rule({
      Name: forward.name,
      Description: forward.description,
      EventPattern: forward.eventPattern,
      State: forward.state,
    }),
  };
  if (heartbeatHours !== undefined) {
    const heartbeat = heartbeatRule(namePrefix, heartbeatHours);
    resources["Heartbeat"] = rule({
      Name: heartbeat.name,
      Description: heartbeat.description,
      ScheduleExpression: heartbeat.scheduleExpression,
      State: heartbeat.state,
    });
  }
  return resources;
}
