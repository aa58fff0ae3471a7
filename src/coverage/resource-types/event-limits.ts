import { eitherName, word, type ArgumentForm, type ArgumentLimits } from "./argument-form";

/** The provider counts characters without what JSON does not need. */
const pattern: ArgumentForm = { json: true, longest: 4096 };
const description: ArgumentForm = { longest: 512 };
const ruleName = word(64, /^[\w.-]+$/u);
const busName = word(256, /^[\w./-]+$/u);
const busNameOrArn = word(
  1600,
  /^(?:[\w./-]+|arn:aws[\w-]*:events:(?:[a-z]{2}(?:-[a-z]+)+-\d{1,2})?:(?:\d{12})?:event-bus\/[\w./-]+)$/u,
);

/** What the provider accepts of types of Amazon EventBridge. */
export const eventLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_cloudwatch_event_bus: {
    forms: {
      name: word(256, /^(?!default$)/u),
      description,
      event_source_name: word(256, /^aws\.partner(?:\/[\w.-]+){2,}$/u),
      kms_key_identifier: word(2048),
      "dead_letter_config.arn": "arn",
      "log_config.level": ["OFF", "ERROR", "INFO", "TRACE"],
      "log_config.include_detail": ["NONE", "FULL"],
    },
  },
  aws_cloudwatch_event_bus_policy: { forms: { event_bus_name: busName, policy: "json" } },
  aws_cloudwatch_event_permission: {
    forms: {
      action: { allowed: /^events:[A-Za-z]+$/u },
      event_bus_name: busName,
      principal: { allowed: /^(?:\d{12}|\*)$/u },
      statement_id: word(64, /^[\w-]+$/u),
      "condition.key": ["aws:PrincipalOrgID"],
      "condition.type": ["StringEquals"],
      "condition.value": { allowed: /./u },
    },
  },
  aws_cloudwatch_event_archive: {
    forms: {
      name: word(48, /^[\w.-]+$/u),
      description,
      event_source_arn: "arn",
      event_pattern: pattern,
    },
  },
  aws_cloudwatch_event_rule: {
    forms: {
      name: ruleName,
      name_prefix: ruleName,
      event_bus_name: busNameOrArn,
      event_pattern: pattern,
      role_arn: "arn",
      description,
      schedule_expression: { longest: 256 },
      state: ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    },
    exclusive: [eitherName, ["is_enabled", "state"]],
    oneOf: [["schedule_expression", "event_pattern"]],
  },
  aws_cloudwatch_event_target: {
    forms: {
      arn: "arn",
      event_bus_name: busNameOrArn,
      role_arn: "arn",
      rule: ruleName,
      target_id: ruleName,
      input: "json",
      input_path: { longest: 256 },
      "appsync_target.graphql_operation": { allowed: /./su },
      "batch_target.array_size": { from: 2, to: 10_000 },
      "batch_target.job_attempts": { from: 1, to: 10 },
      "dead_letter_config.arn": "arn",
      "ecs_target.group": word(255),
      "ecs_target.launch_type": ["EC2", "FARGATE", "EXTERNAL"],
      "ecs_target.platform_version": { longest: 1600 },
      "ecs_target.propagate_tags": ["TASK_DEFINITION"],
      "ecs_target.task_count": { from: 1, to: 2_147_483_647 },
      "ecs_target.task_definition_arn": "arn",
      "ecs_target.capacity_provider_strategy.base": { from: 0, to: 100_000 },
      "ecs_target.capacity_provider_strategy.weight": { from: 0, to: 1000 },
      "ecs_target.ordered_placement_strategy.type": ["random", "spread", "binpack"],
      "ecs_target.placement_constraint.type": ["distinctInstance", "memberOf"],
      "input_transformer.input_template": word(8192),
      "kinesis_target.partition_key_path": word(256),
      "redshift_target.database": word(64),
      "redshift_target.db_user": word(128),
      "redshift_target.secrets_manager_arn": "arn",
      "redshift_target.sql": word(100_000),
      "redshift_target.statement_name": word(500),
      "retry_policy.maximum_event_age_in_seconds": { from: 0, to: 86_400 },
      "retry_policy.maximum_retry_attempts": { from: 0, to: 185 },
      "run_command_targets.key": word(128),
      "run_command_targets.values": { each: word(256), most: 50 },
    },
    exclusive: [
      ["input", "input_path"],
      ["input", "input_transformer"],
      ["input_path", "input_transformer"],
    ],
  },
};
