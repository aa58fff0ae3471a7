import type { ArgumentForm, ArgumentLimits } from "./argument-form";

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const path: ArgumentForm = { shortest: 1, longest: 512, allowed: /^\/(?:[\x21-\x7E]+\/)?$/u };

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html */
const chat: ArgumentLimits = {
  forms: {
    configuration_name: { shortest: 1, longest: 128, allowed: /^[\w-]+$/u },
    guardrail_policy_arns: { each: "arn" },
    region: "region",
  },
};

/** Regions that CloudFormation is sent to. */
const region: ArgumentForm = { each: "region" };
const region_order = { "operation_preferences.region_order": region };

/**
 * Actions of EC2 are no ARNs of the usual form.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
const actions: ArgumentForm = { each: { allowed: /^arn:/u }, most: 5 };

/** Levels are of logs in JSON alone. */
const asJson = ["logging_config.log_format", ["JSON"]] as const;

/**
 * Limits that AWS holds arguments to when they are applied, by type: the provider lets them pass, so that a
 * plan shows nothing.
 */
export const serviceLimits: Readonly<Record<string, ArgumentLimits>> = {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
  aws_iam_role: {
    forms: { path, description: { allowed: /^[\t\n\r\x20-\x7E\xA1-\xFF]*$/u } },
  },
  aws_iam_policy: { forms: { path } },
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
  aws_lambda_function: {
    forms: {
      memory_size: { from: 128, to: 10_240 },
      function_name: { longest: 64 },
      description: { longest: 256 },
    },
    only: {
      "logging_config.application_log_level": asJson,
      "logging_config.system_log_level": asJson,
    },
  },
  // https://docs.aws.amazon.com/sns/latest/dg/sns-create-topic.html
  aws_sns_topic: { forms: { display_name: { longest: 100 } } },
  aws_cloudwatch_metric_alarm: {
    forms: { alarm_actions: actions, ok_actions: actions, insufficient_data_actions: actions },
  },
  aws_cloudformation_stack_set: { forms: region_order },
  aws_cloudformation_stack_instances: { forms: { ...region_order, regions: region } },
  aws_chatbot_slack_channel_configuration: chat,
  aws_chatbot_teams_channel_configuration: chat,
  // https://docs.aws.amazon.com/notifications/latest/APIReference/API_CreateNotificationConfiguration.html
  aws_notifications_notification_configuration: { forms: { name: { allowed: /^[\w-]+$/u } } },
  // https://docs.aws.amazon.com/notificationscontacts/latest/APIReference/API_CreateEmailContact.html
  aws_notificationscontacts_email_contact: { forms: { name: { allowed: /^[\w.~-]+$/u } } },
};
