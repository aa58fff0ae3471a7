import { eventArchiveArn, eventBusArn, eventRuleArn } from "../../aws/arn";
import { busName } from "./arn-names";
import type { ResourceTypes } from "./resource-type";

/** Amazon EventBridge. */
export const events: ResourceTypes = {
  aws_cloudwatch_event_bus: {
    isMark: true,
    isMeasured: true,
    key: "{arn}",
    unique: "{arn}",
    owns: "{place}/{name}",
    computed: { arn: ({ place, name }) => eventBusArn(place, name), id: ({ name }) => name },
    loss: "no sign-in is accepted until there is another, and its rules and archives go with it",
    // A bus of a partner has the name of its event source, and AWS refuses any other.
    settings: { kms_key_identifier: [], event_source_name: [] },
    policy: { type: "aws_cloudwatch_event_bus_policy", by: ["{place}/{name}"] },
  },
  aws_cloudwatch_event_bus_policy: {
    key: "{bus}",
    unique: "{bus}",
    loss: "no other account may send to the event bus without it",
  },
  aws_cloudwatch_event_permission: {
    key: "{bus}",
    loss: "whom it lets in may no longer send to the event bus",
  },
  aws_cloudwatch_event_archive: {
    key: "{event_source_arn}",
    unique: "{place}/{name}",
    replacedBy: ["event_source_arn"],
    computed: {
      arn: ({ place, name }) => eventArchiveArn(place, name),
      id: ({ name }) => name,
    },
    part: "watch",
    loss: "the events that it keeps are deleted: what was not delivered can no longer be replayed",
    settings: { kms_key_identifier: [] },
  },
  aws_cloudwatch_event_rule: {
    isOfForwarder: true,
    isMark: true,
    key: "{bus}",
    unique: "{arn}",
    owns: "{bus}/{name}",
    computed: {
      arn: ({ place, name, argument }) =>
        eventRuleArn(place, name, busName(argument("event_bus_name"))),
    },
    loss: "events that it would match are lost",
    alternatives: ["event_pattern", "schedule_expression"],
    spellings: ["state", "is_enabled"],
    template: {
      type: "AWS::Events::Rule",
      ref: "name",
      properties: {
        Name: ["text", "name"],
        Description: ["text", "description"],
        EventBusName: ["text", "event_bus_name"],
        EventPattern: ["document", "event_pattern"],
        ScheduleExpression: ["text", "schedule_expression"],
        State: ["text", "state"],
        Targets: ["parts", "aws_cloudwatch_event_target"],
      },
    },
  },
  aws_cloudwatch_event_target: {
    isOfForwarder: true,
    key: "{bus}/{rule}",
    unique: "{bus}/{rule}/{target_id}",
    isArnForeign: true,
    loss: "events that its rule matches are lost",
    template: {
      owner: "rule",
      shares: ["event_bus_name"],
      required: ["Id", "Arn"],
      properties: {
        Id: ["text", "target_id"],
        Arn: ["text", "arn"],
        RoleArn: ["text", "role_arn"],
        DeadLetterConfig: ["block", "dead_letter_config", { Arn: ["text", "arn"] }],
        RetryPolicy: [
          "block",
          "retry_policy",
          {
            MaximumEventAgeInSeconds: ["number", "maximum_event_age_in_seconds"],
            MaximumRetryAttempts: ["number", "maximum_retry_attempts"],
          },
        ],
      },
    },
  },
};
