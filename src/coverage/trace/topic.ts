import { parseArn } from "../../aws";
import { alarmArn } from "../../aws/arn";
import { partitionOfRegion } from "../../aws/regions";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  flag,
  isSamePlace,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  text,
  type ResourceIndex,
} from "../resource-index";
import type { Call } from "../policy";
import { encrypting, encryptionKey, requireKeyUse } from "./access";

/** A service that publishes, and for what. */
export interface Publisher extends Required<Pick<Call, "kind" | "source">> {
  readonly service: string;
}

/** EventBridge, for a rule. */
export function eventBridge(rule: Resource): Publisher {
  return { kind: "rule to topic", service: "events.amazonaws.com", source: text(rule, "arn") };
}

/** CloudWatch, telling of an alarm. */
export function alarming(alarm: Resource): Publisher {
  const { account, region } = placeOf(alarm);
  const place = { partition: partitionOfRegion(region), account, region };
  const source = alarmArn(place, text(alarm, "alarm_name"));
  return { kind: "alarm to topic", service: "cloudwatch.amazonaws.com", source };
}

/** The way through a topic, which is the same for every event. */
export interface TopicPassage {
  readonly arn: string;
  readonly topic: Resource;
  readonly hops: readonly Hop[];
}

/** What publishes to a topic: a target, an alarm or a function, and the ARN that it names. */
interface Sender {
  readonly resource: Resource;
  readonly arn: string;
}

/** Whether a topic is only called existing: one that is created here is judged all the same. */
export function isAssumed(index: ResourceIndex, arn: string, existing: readonly string[]): boolean {
  return existing.includes(arn) && index.find("aws_sns_topic", arn).length === 0;
}

/** The topic that a sender names. @throws BlockedError when it does not exist, or is elsewhere */
export function topicAt(index: ResourceIndex, { resource, arn }: Sender): Resource {
  const topic = index.named("aws_sns_topic", arn, "destination-missing", resource);
  const here = placeOf(resource);
  if (!isSamePlace(here, parseArn(arn))) {
    blocked(
      "different-place",
      resource,
      `the sender is in ${here.account} ${here.region}, the topic (${shownAddress(topic)}) is ${arn}`,
    );
  }
  if (flag(topic, "fifo_topic", false)) blocked("fifo-unsupported", topic);
  return topic;
}

/**
 * Why a rule or an alarm may publish to a topic.
 * @throws BlockedError when the topic does not exist, is elsewhere, or does not let it
 */
export function topicPassage(
  index: ResourceIndex,
  sender: Sender,
  publisher: Publisher,
): TopicPassage {
  const { arn } = sender;
  const topic = topicAt(index, sender);
  return {
    arn,
    topic,
    hops: [policyHop(index, topic, arn, publisher), keyHop(index, topic, publisher)],
  };
}

function policyHop(index: ResourceIndex, topic: Resource, arn: string, publisher: Publisher): Hop {
  const policies = policiesOf(index, topic);
  const statement = requireAllowed(index, "resource-policy-denies", topic, policies, {
    kind: publisher.kind,
    principal: { service: publisher.service },
    action: "sns:Publish",
    resource: arn,
    source: publisher.source,
  });
  return step(
    "topic policy",
    policies[0]?.resource ?? topic,
    `statement ${statement} lets ${publisher.service} publish`,
  );
}

/**
 * The key of a topic; undefined where it is not encrypted.
 * @throws BlockedError for a key that does not exist, is elsewhere, is disabled, or is AWS's
 */
export function topicKey(
  index: ResourceIndex,
  topic: Resource,
  user: string,
): Resource | undefined {
  return encryptionKey(index, topic, "kms_master_key_id", { service: user });
}

function keyHop(index: ResourceIndex, topic: Resource, { service, source }: Publisher): Hop {
  const key = topicKey(index, topic, service);
  if (key === undefined) return step("topic", topic, "it is not encrypted, so no key is needed");
  const kind = "service to topic key";
  requireKeyUse(index, key, encrypting, { kind, principal: { service }, source });
  return step("key policy", key, `it lets ${service} encrypt and decrypt`);
}
