import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { parseArn } from "../../aws";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, nothing, settle, type Facts } from "./found";
import { waitingFindings } from "./live-findings";

const sqs: Service<SQSClient> = {
  prefix: "sqs",
  // The URL says which queue it is; where it is asked for is the client's to know.
  create: (settings) => new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
};

/** A queue and what is in it; nothing where it does not exist, or is of another place. */
export async function readQueue(here: Here, arn: string): Promise<Facts> {
  const { account, region, resource: name = "", partition } = parseArn(arn) ?? {};
  if (account !== here.place.account || region !== here.place.region) return nothing;
  const domain = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const url = `https://sqs.${region}.${domain}/${account}/${name}`;
  const answer = await here.ask({
    service: sqs,
    operation: "GetQueueAttributes",
    send: (client) =>
      client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] })),
    result: ({ Attributes = {} }) =>
      Attributes["QueueArn"] === undefined || waitingIn(Attributes) === undefined
        ? undefined
        : Attributes,
  });
  const basics = { arn, name, url };
  return settle(answer, {
    known: (attributes): Facts => {
      const queue = foundAt(here, "aws_sqs_queue", name, {
        ...basics,
        policy: attributes["Policy"],
        kms_master_key_id: attributes["KmsMasterKeyId"],
        sqs_managed_sse_enabled: attributes["SqsManagedSseEnabled"],
        fifo_queue: attributes["FifoQueue"],
        message_retention_seconds: numberOf(attributes["MessageRetentionPeriod"]),
        max_message_size: numberOf(attributes["MaximumMessageSize"]),
        delay_seconds: numberOf(attributes["DelaySeconds"]),
        redrive_policy: attributes["RedrivePolicy"],
        redrive_allow_policy: attributes["RedriveAllowPolicy"],
      });
      return { resources: [queue], findings: waitingFindings(queue, waitingIn(attributes)) };
    },
    missing: () => nothing,
    notKnown: (lost) => ({
      resources: [
        foundAt(here, "aws_sqs_queue", name, {
          ...basics,
          policy: lost,
          kms_master_key_id: lost,
          message_retention_seconds: lost,
        }),
      ],
      findings: [],
    }),
  });
}

/**
 * How many messages are in a queue: those that can be received, that somebody has received and not deleted, and
 * that are delayed. Undefined where SQS does not say it.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
function waitingIn(attributes: Readonly<Record<string, string>>): number | undefined {
  const { ApproximateNumberOfMessages: received, ...others } = attributes;
  const parts = [
    received,
    others["ApproximateNumberOfMessagesNotVisible"] ?? "0",
    others["ApproximateNumberOfMessagesDelayed"] ?? "0",
  ];
  return parts.every((part) => /^\d+$/u.test(part ?? ""))
    ? parts.reduce((sum, part) => sum + Number(part), 0)
    : undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
