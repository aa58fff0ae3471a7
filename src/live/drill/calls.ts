import {
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { Answer } from "../answer";
import type { Here } from "../here";
import type { Service } from "../service";
import type { QueuedMessage } from "./arrival";

const sns: Service<SNSClient> = { prefix: "sns", create: (settings) => new SNSClient(settings) };
const sqs: Service<SQSClient> = {
  prefix: "sqs",
  // The URL says which queue it is; where it is asked for is the client's to know.
  create: (settings) => new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
};

/** Creates a queue. @returns its URL */
export function createQueue(
  here: Here,
  QueueName: string,
  Attributes: Readonly<Record<string, string>>,
): Promise<Answer<string>> {
  return here.ask({
    service: sqs,
    operation: "CreateQueue",
    send: (client) =>
      client.send(new CreateQueueCommand({ QueueName, Attributes: { ...Attributes } })),
    result: ({ QueueUrl }) => QueueUrl,
  });
}

export function deleteQueue(here: Here, QueueUrl: string): Promise<Answer<true>> {
  return here.ask({
    service: sqs,
    operation: "DeleteQueue",
    send: (client) => client.send(new DeleteQueueCommand({ QueueUrl })),
    result: () => true,
  });
}

/** Waits up to so many seconds, 20 at most, for messages. */
export function receiveMessages(
  here: Here,
  QueueUrl: string,
  seconds: number,
  abortSignal: AbortSignal,
): Promise<Answer<readonly QueuedMessage[]>> {
  return here.ask({
    service: sqs,
    operation: "ReceiveMessage",
    send: (client) =>
      client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: seconds,
          MessageSystemAttributeNames: ["SentTimestamp"],
        }),
        { abortSignal },
      ),
    // SQS leaves the list out where it is empty.
    result: ({ Messages = [] }) =>
      Messages.map(({ Body = "", Attributes }) => {
        const sent = Number(Attributes?.SentTimestamp);
        return { body: Body, ...(sent > 0 && { sent }) };
      }),
  });
}

/** Subscribes a queue to a topic. @returns the ARN of the subscription */
export function subscribe(here: Here, TopicArn: string, queueArn: string): Promise<Answer<string>> {
  return here.ask({
    service: sns,
    operation: "Subscribe",
    send: (client) =>
      client.send(
        new SubscribeCommand({
          TopicArn,
          Protocol: "sqs",
          Endpoint: queueArn,
          ReturnSubscriptionArn: true,
        }),
      ),
    result: ({ SubscriptionArn }) => SubscriptionArn,
  });
}

export function unsubscribe(here: Here, SubscriptionArn: string): Promise<Answer<true>> {
  return here.ask({
    service: sns,
    operation: "Unsubscribe",
    send: (client) => client.send(new UnsubscribeCommand({ SubscriptionArn })),
    result: () => true,
  });
}

/** ARNs of the subscriptions by which a topic notifies a queue. */
export function subscriptionsOf(
  here: Here,
  TopicArn: string,
  queueArn: string,
): Promise<Answer<readonly string[]>> {
  return here.pages({
    service: sns,
    operation: "ListSubscriptionsByTopic",
    send: (client, NextToken) =>
      client.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken })),
    result: ({ Subscriptions }) =>
      Subscriptions?.flatMap(({ Endpoint, SubscriptionArn }) =>
        Endpoint === queueArn && SubscriptionArn !== undefined ? [SubscriptionArn] : [],
      ),
    next: ({ NextToken }) => NextToken,
  });
}

/** Publishes a text on a topic. */
export function publish(here: Here, TopicArn: string, Message: string): Promise<Answer<true>> {
  return here.ask({
    service: sns,
    operation: "Publish",
    send: (client) => client.send(new PublishCommand({ TopicArn, Message })),
    result: ({ MessageId }) => (MessageId === undefined ? undefined : true),
  });
}
