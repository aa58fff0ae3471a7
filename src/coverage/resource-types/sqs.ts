import { queueArn } from "../../aws/arn";
import type { NewResource, ResourceTypes } from "./resource-type";

const url = ({ place: { partition, region, account }, name }: NewResource): string =>
  `https://sqs.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}/${account}/${name}`;

/** Amazon SQS. */
export const sqs: ResourceTypes = {
  aws_sqs_queue: {
    isOfForwarder: true,
    isMeasured: true,
    key: "{arn}",
    unique: "{arn}",
    computed: { arn: ({ place, name }) => queueArn(place, name), id: url, url },
    loss: "dead-letter messages in it go with it",
    // Of FIFO queues alone: AWS, or the provider before it, refuses them for others.
    settings: {
      content_based_deduplication: [false],
      deduplication_scope: [],
      fifo_throughput_limit: [],
    },
    policy: { type: "aws_sqs_queue_policy", by: ["{url}"] },
    template: {
      type: "AWS::SQS::Queue",
      ref: "url",
      attributes: { Arn: "arn", QueueName: "name", QueueUrl: "url" },
      properties: {
        QueueName: ["text", "name"],
        MessageRetentionPeriod: ["number", "message_retention_seconds"],
        SqsManagedSseEnabled: ["boolean", "sqs_managed_sse_enabled"],
        RedriveAllowPolicy: ["document", "redrive_allow_policy"],
        Tags: ["tags", "tags"],
      },
    },
  },
  aws_sqs_queue_policy: {
    key: "{queue_url}",
    unique: "{queue_url}",
    loss: "what cannot be delivered may not be kept without it",
    template: {
      type: "AWS::SQS::QueuePolicy",
      needs: { argument: "queue_url", type: "aws_sqs_queue", attribute: "url" },
      required: ["Queues", "PolicyDocument"],
      properties: { Queues: ["each", "queue_url"], PolicyDocument: ["document", "policy"] },
    },
  },
};
