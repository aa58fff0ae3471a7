import type { TerraformProvider, TerraformStack } from "cdktf";
import { AlertTopic, type AlertTopicProps, type Recipient } from "../../modules";
import type { Place } from "../aws";
import { channelText, type SubscribedChannel, type TopicPlan } from "../plan";

/** Provider of an account and region. */
export interface ProvidedPlace {
  readonly provider: TerraformProvider;
  readonly place: Place;
}

function recipientOf(channel: SubscribedChannel): Recipient {
  return { protocol: channel.type, endpoint: channelText(channel) };
}

/** A topic with its subscriptions. */
export function createTopic(
  stack: TerraformStack,
  id: string,
  { name, subscribed }: Extract<TopicPlan, { readonly type: "created" }>,
  common: ProvidedPlace & Pick<AlertTopicProps, "publisher">,
): AlertTopic {
  return new AlertTopic(stack, id, { ...common, name, recipients: subscribed.map(recipientOf) });
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
