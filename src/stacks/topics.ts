import type { TerraformProvider, TerraformStack } from "cdktf";
import { AlertTopic, type AlertTopicProps, type Recipient } from "../../modules";
import type { Place } from "../aws";
import { channelText, type SubscribedChannel, type TopicPlan } from "../plan";
import { secretEndpoint } from "./secret-endpoint";

/** Provider of an account and region. */
export interface ProvidedPlace {
  readonly provider: TerraformProvider;
  readonly place: Place;
}

function recipientOf(
  stack: TerraformStack,
  provider: TerraformProvider,
  channel: SubscribedChannel,
): Recipient {
  const text = channelText(channel);
  return channel.type === "variable" || channel.type === "parameter"
    ? { protocol: "https", endpoint: secretEndpoint(stack, channel, provider), name: text }
    : { protocol: channel.type, endpoint: text };
}

/** A topic with its subscriptions. */
export function createTopic(
  stack: TerraformStack,
  id: string,
  { name, subscribed }: Extract<TopicPlan, { readonly type: "created" }>,
  common: ProvidedPlace & Pick<AlertTopicProps, "publisher">,
): AlertTopic {
  const recipients = subscribed.map((each) => recipientOf(stack, common.provider, each));
  return new AlertTopic(stack, id, { ...common, name, recipients });
}

/** ARN of a topic that alarms notify, which is created where it does not exist. */
export function topicArnOf(
  stack: TerraformStack,
  id: string,
  topic: TopicPlan,
  common: ProvidedPlace,
): string {
  return topic.type === "existing"
    ? topic.arn
    : createTopic(stack, id, topic, { ...common, publisher: "alarms" }).arn;
}
