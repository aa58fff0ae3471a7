import { eitherName, type ArgumentForm, type ArgumentLimits } from "./argument-form";

/** What a topic says of its deliveries to a kind of endpoint. */
const feedback = (endpoint: string): Readonly<Record<string, ArgumentForm>> => ({
  [`${endpoint}_failure_feedback_role_arn`]: "arn",
  [`${endpoint}_success_feedback_role_arn`]: "arn",
  [`${endpoint}_success_feedback_sample_rate`]: { from: 0, to: 100 },
});

/** What the provider accepts of types of Amazon SNS and Amazon SQS. */
export const messageLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_sns_topic: {
    forms: {
      policy: "json",
      archive_policy: "json",
      delivery_policy: "json",
      fifo_throughput_scope: ["Topic", "MessageGroup"],
      signature_version: { from: 1, to: 2 },
      tracing_config: ["Active", "PassThrough"],
      ...feedback("application"),
      ...feedback("firehose"),
      ...feedback("http"),
      ...feedback("lambda"),
      ...feedback("sqs"),
    },
    exclusive: [eitherName],
  },
  aws_sns_topic_policy: { forms: { arn: "arn", policy: "json" } },
  aws_sns_topic_subscription: {
    forms: {
      topic_arn: "arn",
      subscription_role_arn: "arn",
      delivery_policy: "json",
      filter_policy: "json",
      redrive_policy: "json",
      replay_policy: "json",
      filter_policy_scope: ["MessageAttributes", "MessageBody"],
      protocol: [
        ...["application", "email", "email-json", "firehose", "http", "https"],
        ...["lambda", "sms", "sqs"],
      ],
    },
  },
  aws_sqs_queue: {
    forms: {
      policy: "json",
      redrive_policy: "json",
      redrive_allow_policy: "json",
      deduplication_scope: ["messageGroup", "queue"],
      delay_seconds: { from: 0, to: 900 },
      fifo_throughput_limit: ["perQueue", "perMessageGroupId"],
      kms_data_key_reuse_period_seconds: { from: 60, to: 86_400 },
      // The most that AWS accepts has grown.
      max_message_size: { from: 1024 },
      message_retention_seconds: { from: 60, to: 1_209_600 },
      visibility_timeout_seconds: { from: 0, to: 43_200 },
    },
    exclusive: [eitherName, ["kms_master_key_id", "sqs_managed_sse_enabled"]],
  },
  aws_sqs_queue_policy: { forms: { policy: "json" } },
};
