import { parseArn } from "../../aws";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  flag,
  isSamePlace,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  type ResourceIndex,
} from "../resource-index";
import type { PolicyRequest } from "../policy";
import { encrypting, encryptionKey, requireKeyUse } from "./access";

/** A service that publishes, and what its requests are known to carry. */
export interface Publisher {
  readonly service: string;
  readonly context: PolicyRequest["context"];
}

/** Services of AWS call each other by TLS. */
export const byTls = { "aws:SecureTransport": true } as const;

/** Whether EventBridge sends other condition keys to a topic is unsure: none are counted on. */
export const eventBridge: Publisher = { service: "events.amazonaws.com", context: byTls };

/** CloudWatch, telling of an alarm of an account. */
export function alarmsOf(account: string): Publisher {
  return {
    service: "cloudwatch.amazonaws.com",
    context: { ...byTls, "aws:SourceAccount": account },
  };
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
    principal: { service: publisher.service },
    action: "sns:Publish",
    resource: arn,
    context: publisher.context,
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
  const key = encryptionKey(index, topic, "kms_master_key_id", user);
  if (key === undefined) return undefined;
  const here = placeOf(topic);
  if (!isSamePlace(here, placeOf(key))) {
    blocked("different-place", key, `the topic is in ${here.account} ${here.region}`);
  }
  return key;
}

function keyHop(index: ResourceIndex, topic: Resource, { service }: Publisher): Hop {
  const key = topicKey(index, topic, service);
  if (key === undefined) return step("topic", topic, "it is not encrypted, so no key is needed");
  requireKeyUse(index, key, { service }, encrypting);
  return step("key policy", key, `it lets ${service} encrypt and decrypt`);
}
