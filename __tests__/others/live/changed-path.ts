import * as eb from "@aws-sdk/client-eventbridge";
import * as kms from "@aws-sdk/client-kms";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as sns from "@aws-sdk/client-sns";
import * as sqs from "@aws-sdk/client-sqs";
import { bus, change, nobody, queue, topic, type ChangeByHand, type Clients } from "./by-hand";
import { changeTarget } from "./targets";

async function subscription(client: Clients["sns"], name: string): Promise<string> {
  const { Subscriptions: [found] = [] } = await client.send(
    new sns.ListSubscriptionsByTopicCommand({ TopicArn: topic(name) }),
  );
  return found?.SubscriptionArn ?? "";
}

/** What alerts pass in the hub, from its end to its beginning: what is broken first would hide the rest. */
export const changedPath: readonly ChangeByHand[] = [
  change("the policy of a topic is replaced", "resource-policy-denies", ({ sns: client }) =>
    client.send(
      new sns.SetTopicAttributesCommand({
        TopicArn: topic(bus),
        AttributeName: "Policy",
        AttributeValue: nobody("sns:Subscribe", topic(bus)),
      }),
    ),
  ),
  change("a key is disabled", "key-disabled", async ({ kms: client }) => {
    const { KeyMetadata } = await client.send(
      new kms.DescribeKeyCommand({ KeyId: `alias/${bus}-open` }),
    );
    await client.send(new kms.DisableKeyCommand({ KeyId: KeyMetadata?.KeyId }));
  }),
  change("the policy of a key is replaced", "key-policy-denies", async ({ kms: client }) => {
    const { KeyMetadata } = await client.send(
      new kms.DescribeKeyCommand({ KeyId: `alias/${bus}-operations` }),
    );
    await client.send(
      new kms.PutKeyPolicyCommand({
        KeyId: KeyMetadata?.KeyId,
        PolicyName: "default",
        Policy: nobody("kms:*", "*"),
      }),
    );
  }),
  change("a subscription filters", "not-analyzed-setting", async ({ sns: client }) =>
    client.send(
      new sns.SetSubscriptionAttributesCommand({
        SubscriptionArn: await subscription(client, bus),
        AttributeName: "FilterPolicy",
        AttributeValue: '{"x":["y"]}',
      }),
    ),
  ),
  change("a stranger is subscribed", "stale-resource", ({ sns: client }) =>
    client.send(
      new sns.SubscribeCommand({
        TopicArn: topic(bus),
        Protocol: "email",
        Endpoint: "stranger@example.org",
      }),
    ),
  ),
  change("a subscription is deleted", "recipient-not-subscribed", async ({ sns: client }) =>
    client.send(
      new sns.UnsubscribeCommand({ SubscriptionArn: await subscription(client, `${bus}-open`) }),
    ),
  ),
  change("the policy of log groups is deleted", "resource-policy-denies", ({ logs: client }) =>
    client.send(new logs.DeleteResourcePolicyCommand({ policyName: `${bus}-heartbeats` })),
  ),
  change("a rule of the hub is disabled", "rule-disabled", ({ events }) =>
    events.send(new eb.DisableRuleCommand({ Name: `${bus}-root-recovery`, EventBusName: bus })),
  ),
  change("a target is removed", "target-missing", ({ events }) =>
    events.send(
      new eb.RemoveTargetsCommand({
        Rule: `${bus}-root-activity`,
        EventBusName: bus,
        Ids: ["topic"],
      }),
    ),
  ),
  change("a target has no dead-letter queue", "dead-letter-queue-missing", ({ events }) =>
    changeTarget(events, `${bus}-sso-sign-in`, ({ Id, Arn, InputTransformer, RetryPolicy }) => ({
      Id,
      Arn,
      InputTransformer,
      RetryPolicy,
    })),
  ),
  change("a target is tried for a shorter time", "retry-differs", ({ events }) =>
    changeTarget(events, `${bus}-assume-root`, (found) => ({
      ...found,
      RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
    })),
  ),
  change("a pattern is replaced", "pattern-differs", ({ events }) =>
    events.send(
      new eb.PutRuleCommand({
        Name: `${bus}-federated-sign-in`,
        EventBusName: bus,
        EventPattern: '{"source":["aws.signin"],"account":["999999999999"]}',
        State: "ENABLED",
      }),
    ),
  ),
  change("a message waits in a queue", "dead-letter-messages-waiting", ({ sqs: client }) =>
    client.send(
      new sqs.SendMessageCommand({
        QueueUrl: queue(`${bus}-forward-dead-letters`),
        MessageBody: "{}",
      }),
    ),
  ),
  change("a queue is deleted", "dead-letter-queue-missing", ({ sqs: client }) =>
    client.send(new sqs.DeleteQueueCommand({ QueueUrl: queue(`${bus}-hub-dead-letters`) })),
  ),
];
