import { topicArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

const scopes: readonly unknown[] = ["MessageAttributes"];

/** Amazon SNS. */
export const sns: ResourceTypes = {
  aws_sns_topic: {
    isMeasured: true,
    key: "{arn}",
    unique: "{arn}",
    computed: {
      arn: ({ place, name }) => topicArn(place, name),
      id: ({ place, name }) => topicArn(place, name),
    },
    loss: "every subscription goes with it",
    settings: {
      delivery_policy: [],
      // Of FIFO topics alone: AWS, or the provider before it, refuses them for others.
      archive_policy: [],
      content_based_deduplication: [false],
      fifo_throughput_scope: [],
    },
    policy: { type: "aws_sns_topic_policy", by: ["{arn}"] },
  },
  aws_sns_topic_policy: {
    key: "{arn}",
    unique: "{arn}",
    isArnForeign: true,
    loss: "EventBridge may not publish to the topic without it",
  },
  aws_sns_topic_subscription: {
    key: "{topic_arn}",
    replacedBy: ["topic_arn", "protocol", "endpoint"],
    loss: "the recipient must confirm by mail again",
    // The last two are of Amazon Data Firehose, and of a filter policy, which stops messages.
    settings: { delivery_policy: [], subscription_role_arn: [], filter_policy_scope: scopes },
  },
};
