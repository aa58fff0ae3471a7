import { z } from "zod";
import { document, templateType, text, type TemplateType } from "./template-type";

const role = templateType(
  {
    RoleName: text,
    Description: text.optional(),
    AssumeRolePolicyDocument: document,
    Policies: z.array(z.strictObject({ PolicyName: text, PolicyDocument: document })).optional(),
  },
  ({
    RoleName: name,
    Description: description,
    AssumeRolePolicyDocument: trust,
    Policies = [],
  }) => [
    { type: "aws_iam_role", attributes: { name, description, assume_role_policy: trust } },
    ...Policies.map(({ PolicyName, PolicyDocument }, index) => ({
      type: "aws_iam_role_policy",
      part: `Policies.${index}`,
      attributes: { name: PolicyName, role: name, policy: PolicyDocument },
    })),
  ],
  { terraformType: "aws_iam_role", nameProperty: "RoleName", ref: "name" },
);

const target = z.strictObject({
  Id: text,
  Arn: text,
  RoleArn: text.optional(),
  DeadLetterConfig: z.strictObject({ Arn: text }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumEventAgeInSeconds: z.number().optional(),
      MaximumRetryAttempts: z.number().optional(),
    })
    .optional(),
});

const rule = templateType(
  {
    Name: text,
    Description: text.optional(),
    EventPattern: document.optional(),
    ScheduleExpression: text.optional(),
    State: text.optional(),
    Targets: z.array(target).optional(),
  },
  ({ Name: name, Targets = [], ...properties }) => [
    {
      type: "aws_cloudwatch_event_rule",
      attributes: {
        name,
        description: properties.Description,
        event_pattern: properties.EventPattern,
        schedule_expression: properties.ScheduleExpression,
        state: properties.State,
      },
    },
    ...Targets.map(
      ({ Id, Arn, RoleArn, DeadLetterConfig: letters, RetryPolicy: retry }, index) => ({
        type: "aws_cloudwatch_event_target",
        part: `Targets.${index}`,
        attributes: {
          rule: name,
          target_id: Id,
          arn: Arn,
          role_arn: RoleArn,
          dead_letter_config: letters && { arn: letters.Arn },
          retry_policy: retry && {
            maximum_event_age_in_seconds: retry.MaximumEventAgeInSeconds,
            maximum_retry_attempts: retry.MaximumRetryAttempts,
          },
        },
      }),
    ),
  ],
  { terraformType: "aws_cloudwatch_event_rule", nameProperty: "Name", ref: "name" },
);

const queue = templateType(
  {
    QueueName: text,
    MessageRetentionPeriod: z.number().optional(),
    SqsManagedSseEnabled: z.boolean().optional(),
  },
  ({ QueueName, MessageRetentionPeriod, SqsManagedSseEnabled }) => [
    {
      type: "aws_sqs_queue",
      attributes: {
        name: QueueName,
        message_retention_seconds: MessageRetentionPeriod,
        sqs_managed_sse_enabled: SqsManagedSseEnabled,
      },
    },
  ],
  { terraformType: "aws_sqs_queue", nameProperty: "QueueName", ref: "url" },
);

const queuePolicy = templateType(
  { Queues: z.array(text).min(1), PolicyDocument: document },
  ({ Queues, PolicyDocument }) =>
    Queues.map((url, index) => ({
      type: "aws_sqs_queue_policy",
      part: `Queues.${index}`,
      attributes: { queue_url: url, policy: PolicyDocument },
    })),
);

/** Every type that a template may have; what is not here may change an event's way unseen. */
export const templateTypes: ReadonlyMap<string, TemplateType> = new Map([
  ["AWS::IAM::Role", role],
  ["AWS::Events::Rule", rule],
  ["AWS::SQS::Queue", queue],
  ["AWS::SQS::QueuePolicy", queuePolicy],
]);
