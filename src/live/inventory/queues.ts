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
    result: ({ Attributes }) => (Attributes?.["QueueArn"] === undefined ? undefined : Attributes),
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
      const waiting = numberOf(attributes["ApproximateNumberOfMessages"]);
      return { resources: [queue], findings: waitingFindings(queue, waiting) };
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

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
