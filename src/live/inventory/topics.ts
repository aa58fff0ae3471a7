import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
  type Subscription,
} from "@aws-sdk/client-sns";
import { parseArn } from "../../aws";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, joined, nothing, readEach, settle, type Facts } from "./found";
import { unconfirmedFinding } from "./live-findings";

const sns: Service<SNSClient> = { prefix: "sns", create: (settings) => new SNSClient(settings) };

/** A topic with its subscriptions; nothing where it does not exist, or is of another place. */
export async function readTopic(here: Here, arn: string): Promise<Facts> {
  const { account, region, resource: name = "" } = parseArn(arn) ?? {};
  if (account !== here.place.account || region !== here.place.region) return nothing;
  const answer = await here.ask({
    service: sns,
    operation: "GetTopicAttributes",
    send: (client) => client.send(new GetTopicAttributesCommand({ TopicArn: arn })),
    result: ({ Attributes }) => (Attributes?.["TopicArn"] === undefined ? undefined : Attributes),
  });
  if (answer.state === "missing") return nothing;
  const type = "aws_sns_topic";
  const topic = settle(answer, {
    known: (attributes) =>
      foundAt(here, type, name, {
        arn,
        name,
        policy: attributes["Policy"],
        kms_master_key_id: attributes["KmsMasterKeyId"],
        fifo_topic: attributes["FifoTopic"],
        delivery_policy: attributes["DeliveryPolicy"],
      }),
    missing: () => undefined,
    notKnown: (lost) =>
      foundAt(here, type, name, { arn, name, policy: lost, kms_master_key_id: lost }),
  });
  const own = { resources: topic ? [topic] : [], findings: [] };
  return joined([own, await subscriptions(here, arn, name)]);
}

async function subscriptions(here: Here, TopicArn: string, name: string): Promise<Facts> {
  const type = "aws_sns_topic_subscription";
  const listed = await here.pages({
    service: sns,
    operation: "ListSubscriptionsByTopic",
    send: (client, NextToken) =>
      client.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken })),
    result: ({ Subscriptions }) => Subscriptions,
    next: ({ NextToken }) => NextToken,
  });
  if (listed.state !== "known") {
    const resources = settle(listed, {
      known: () => [],
      missing: () => [],
      notKnown: (lost) => [
        foundAt(here, type, `${name}/?`, { topic_arn: TopicArn, protocol: lost, endpoint: lost }),
      ],
    });
    return { resources, findings: [] };
  }
  const isConfirmed = ({ SubscriptionArn: arn }: Subscription) => arn?.startsWith("arn:") === true;
  const unconfirmed = ({ Protocol = "", Endpoint = "" }: Subscription, state: string) =>
    unconfirmedFinding({ ...here.place, type: "aws_sns_topic", name }, Protocol, Endpoint, state);
  const confirmed = await readEach(
    listed.value.filter(isConfirmed),
    async (each): Promise<Facts> => {
      const resources = await subscription(here, TopicArn, each);
      return resources === "pending"
        ? { ...nothing, findings: [unconfirmed(each, "PendingConfirmation")] }
        : { ...nothing, resources };
    },
  );
  // SNS writes a word in the place of the ARN of one that notifies nobody.
  const others = listed.value
    .filter((each) => !isConfirmed(each))
    .map((each) => unconfirmed(each, each.SubscriptionArn ?? "it has no state"));
  return joined([...confirmed, { ...nothing, findings: others }]);
}

/** What SNS filters, or hands on raw, it says of each subscription alone; and that one is suspended. */
async function subscription(
  here: Here,
  TopicArn: string,
  { SubscriptionArn, Protocol, Endpoint }: Subscription,
): Promise<readonly FoundResource[] | "pending"> {
  const answer = await here.ask({
    service: sns,
    operation: "GetSubscriptionAttributes",
    send: (client) => client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn })),
    result: ({ Attributes }) => Attributes,
  });
  const basics = {
    arn: SubscriptionArn,
    topic_arn: TopicArn,
    protocol: Protocol,
    endpoint: Endpoint,
  };
  const found = (values: FoundResource["values"]) => [
    foundAt(
      here,
      "aws_sns_topic_subscription",
      SubscriptionArn?.split(":").slice(-2).join("/") ?? "",
      {
        ...basics,
        ...values,
      },
    ),
  ];
  if (answer.state === "known" && answer.value["PendingConfirmation"] === "true") return "pending";
  return settle(answer, {
    known: (attributes) =>
      found({
        filter_policy: attributes["FilterPolicy"],
        filter_policy_scope: attributes["FilterPolicyScope"],
        raw_message_delivery: attributes["RawMessageDelivery"],
        redrive_policy: attributes["RedrivePolicy"],
        replay_policy: attributes["ReplayPolicy"],
        delivery_policy: attributes["DeliveryPolicy"],
      }),
    missing: () => [],
    notKnown: (lost) => found({ filter_policy: lost }),
  });
}
