import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { parseArn } from "../../../src/aws/arn";
import { partitions } from "../../../src/aws/partitions";
import { formattedMessage, type AccountNames } from "../../../src/catalog/formatted-message";
import { jsonMessage, jsonProtocolsIn, messageByProtocol } from "../../../src/catalog/json-message";

const client = new SNSClient({});

/** A message without names is better than none. */
function readAccountNames(): AccountNames {
  try {
    // Edge: the file was written by this package.
    return JSON.parse(readFileSync(join(__dirname, "accounts.json"), "utf8")) as AccountNames;
  } catch (error) {
    console.error("accounts.json cannot be read: accounts are told by id", error);
    return {};
  }
}

const accountNames = readAccountNames();

/**
 * Publishes the message of an event. What it throws makes Lambda try again, twice, and then send the
 * event itself to the function's destination.
 */
export async function handler(input: unknown): Promise<void> {
  const topicArn = process.env["TOPIC_ARN"] ?? "";
  const topic = parseArn(topicArn);
  const partition = partitions.find((each) => each === topic?.partition) ?? "aws";
  const context = { partition, accountNames };
  const message = formattedMessage(input, context);
  const { subject, text, kind, severity } = message;
  const protocols = jsonProtocolsIn(process.env["JSON_PROTOCOLS"]);
  await client.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: subject,
      ...(protocols.length === 0
        ? { Message: text }
        : {
            Message: messageByProtocol(text, jsonMessage(message, input, context), protocols),
            MessageStructure: "json",
          }),
      MessageAttributes: {
        kind: { DataType: "String", StringValue: kind },
        severity: { DataType: "String", StringValue: severity },
      },
    }),
  );
}
