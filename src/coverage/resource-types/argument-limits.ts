import type { ArgumentForm, ArgumentLimits } from "./argument-form";
import { channelLimits } from "./channel-limits";
import { cloudformationLimits } from "./cloudformation-limits";
import { cloudwatchLimits } from "./cloudwatch-limits";

const word = (longest: number, allowed: RegExp): ArgumentForm => ({
  shortest: 1,
  longest,
  allowed,
});
/** The provider counts characters without what JSON does not need. */
const pattern: ArgumentForm = { json: true, longest: 4096 };
const ruleName = word(64, /^[\w.-]+$/u);
const iamName = (longest: number): ArgumentForm => word(longest, /^[\w+=,.@-]*$/u);
const switched = ["Enabled", "Disabled"] as const;
const ownName = ["name", "name_prefix"] as const;
const account: ArgumentForm = { shortest: 12, longest: 12, allowed: /^\d+$/u };

/**
 * Limits that the provider holds arguments to before it calls AWS, by type. Only what it is known to
 * refuse stands here: a test asks the provider itself.
 */
export const argumentLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_cloudwatch_event_bus: {
    forms: {
      name: { shortest: 1, longest: 256 },
      "log_config.level": ["OFF", "ERROR", "INFO", "TRACE"],
      "log_config.include_detail": ["NONE", "FULL"],
    },
  },
  aws_cloudwatch_event_bus_policy: { forms: { policy: "json" } },
  aws_cloudwatch_event_archive: {
    forms: { name: word(48, /^[\w.-]+$/u), event_source_arn: "arn", event_pattern: pattern },
  },
  aws_cloudwatch_event_rule: {
    forms: {
      name: ruleName,
      event_pattern: pattern,
      role_arn: "arn",
      description: { longest: 512 },
      schedule_expression: { longest: 256 },
      state: ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    },
    exclusive: [ownName, ["is_enabled", "state"]],
    oneOf: [["schedule_expression", "event_pattern"]],
  },
  aws_cloudwatch_event_target: {
    forms: {
      arn: "arn",
      role_arn: "arn",
      rule: ruleName,
      target_id: ruleName,
      "dead_letter_config.arn": "arn",
      "input_transformer.input_template": { shortest: 1, longest: 8192 },
      "retry_policy.maximum_event_age_in_seconds": { from: 0, to: 86_400 },
      "retry_policy.maximum_retry_attempts": { from: 0, to: 185 },
    },
    exclusive: [
      ["input", "input_path"],
      ["input", "input_transformer"],
      ["input_path", "input_transformer"],
    ],
  },
  aws_sns_topic: {
    forms: {
      policy: "json",
      delivery_policy: "json",
      signature_version: { from: 1, to: 2 },
      tracing_config: ["Active", "PassThrough"],
    },
    exclusive: [ownName],
  },
  aws_sns_topic_policy: { forms: { arn: "arn", policy: "json" } },
  aws_sns_topic_subscription: {
    forms: {
      topic_arn: "arn",
      subscription_role_arn: "arn",
      filter_policy: "json",
      redrive_policy: "json",
      filter_policy_scope: ["MessageAttributes", "MessageBody"],
      protocol: [
        ...[
          "application",
          "email",
          "email-json",
          "firehose",
          "http",
          "https",
          "lambda",
          "sms",
          "sqs",
        ],
      ],
    },
  },
  aws_sqs_queue: {
    forms: {
      policy: "json",
      redrive_policy: "json",
      redrive_allow_policy: "json",
      delay_seconds: { from: 0, to: 900 },
      message_retention_seconds: { from: 60, to: 1_209_600 },
      visibility_timeout_seconds: { from: 0, to: 43_200 },
      kms_data_key_reuse_period_seconds: { from: 60, to: 86_400 },
    },
    exclusive: [ownName, ["kms_master_key_id", "sqs_managed_sse_enabled"]],
  },
  aws_sqs_queue_policy: { forms: { policy: "json" } },
  aws_iam_role: {
    forms: {
      name: iamName(64),
      assume_role_policy: "json",
      permissions_boundary: "arn",
      description: { longest: 1000 },
      max_session_duration: { from: 3600, to: 43_200 },
      "inline_policy.policy": "json",
    },
    exclusive: [ownName],
  },
  aws_iam_policy: { forms: { name: iamName(128), policy: "json" }, exclusive: [ownName] },
  aws_iam_role_policy: {
    forms: { name: iamName(128), policy: "json" },
    exclusive: [ownName],
  },
  aws_iam_role_policy_attachment: { forms: { policy_arn: "arn" } },
  aws_kms_key: {
    forms: {
      policy: "json",
      deletion_window_in_days: { from: 7, to: 30 },
      rotation_period_in_days: { from: 90, to: 2560 },
      key_usage: ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"],
    },
  },
  aws_kms_key_policy: { forms: { policy: "json" } },
  aws_kms_alias: {
    forms: { name: { allowed: /^alias\/[\w/-]+$/u } },
    exclusive: [ownName],
  },
  aws_cloudtrail: {
    forms: {
      name: { shortest: 3, longest: 128 },
      kms_key_id: "arn",
      cloud_watch_logs_role_arn: "arn",
      cloud_watch_logs_group_arn: "arn",
      "event_selector.read_write_type": ["All", "ReadOnly", "WriteOnly"],
      "insight_selector.insight_type": ["ApiCallRateInsight", "ApiErrorRateInsight"],
    },
    exclusive: [["event_selector", "advanced_event_selector"]],
  },
  ...cloudwatchLimits,
  aws_lambda_function: {
    forms: {
      role: "arn",
      memory_size: { from: 128 },
      timeout: { from: 1, to: 900 },
      handler: { longest: 128 },
      package_type: ["Zip", "Image"],
      architectures: { each: ["x86_64", "arm64"], most: 1 },
      reserved_concurrent_executions: { from: -1 },
      kms_key_arn: "arn",
      "dead_letter_config.target_arn": "arn",
    },
    exclusive: [["filename", "s3_bucket", "image_uri"]],
    oneOf: [["filename", "s3_bucket", "image_uri"]],
  },
  aws_lambda_function_event_invoke_config: {
    forms: {
      maximum_event_age_in_seconds: { from: 60, to: 21_600 },
      maximum_retry_attempts: { from: 0, to: 2 },
      "destination_config.on_failure.destination": "arn",
      "destination_config.on_success.destination": "arn",
    },
  },
  aws_lambda_permission: {
    forms: {
      action: { allowed: /^(?:lambda:\*|lambda:[A-Za-z]+|\*)$/u },
      source_arn: "arn",
      source_account: account,
    },
    exclusive: [["statement_id", "statement_id_prefix"]],
  },
  aws_s3_bucket: { forms: { bucket: { longest: 63 } }, exclusive: [["bucket", "bucket_prefix"]] },
  aws_s3_bucket_policy: { forms: { policy: "json" } },
  aws_s3_bucket_lifecycle_configuration: { forms: { "rule.status": switched } },
  aws_s3_bucket_object_lock_configuration: {
    forms: { "rule.default_retention.mode": ["GOVERNANCE", "COMPLIANCE"] },
    exclusive: [["rule.default_retention.days", "rule.default_retention.years"]],
  },
  aws_s3_bucket_ownership_controls: {
    forms: {
      "rule.object_ownership": ["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"],
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    forms: {
      "rule.apply_server_side_encryption_by_default.sse_algorithm": [
        "AES256",
        "aws:kms",
        "aws:kms:dsse",
      ],
    },
  },
  aws_s3_bucket_versioning: {
    forms: {
      "versioning_configuration.status": ["Enabled", "Suspended", "Disabled"],
      "versioning_configuration.mfa_delete": switched,
    },
  },
  ...cloudformationLimits,
  ...channelLimits,
};
