import { parseArn } from "../../aws";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  flag,
  optionalText,
  placeOf,
  requireAllowed,
  shownAddress,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import type { PolicyRequest } from "../policy";
import { findKey, keyPolicies } from "./key";

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

/** The topic that a sender names. @throws BlockedError when it does not exist, or is elsewhere */
export function topicAt(index: ResourceIndex, { resource, arn }: Sender): Resource {
  const [topic] = index.find("aws_sns_topic", arn);
  if (topic === undefined) return blocked("topic-missing", resource, arn);
  const here = placeOf(resource);
  const there = parseArn(arn);
  if (there?.account !== here.account || there.region !== here.region) {
    blocked(
      "different-place",
      resource,
      `the sender is in ${here.account} ${here.region}, the topic (${shownAddress(topic)}) is ${arn}`,
    );
  }
  if (flag(topic, "fifo_topic", false)) blocked("topic-fifo", topic);
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
    hops: [policyHop(index, topic, arn, publisher), ...keyHops(index, topic, publisher)],
  };
}

/** The policy of a topic; a separate one stands in the place of its own. */
export function topicPolicies(
  index: ResourceIndex,
  topic: Resource,
  arn: string,
): readonly AttachedPolicy[] {
  const separate = index.find("aws_sns_topic_policy", arn);
  return (separate.length > 0 ? separate : [topic]).flatMap((resource): AttachedPolicy[] => {
    const json = optionalText(resource, "policy");
    return json === undefined ? [] : [{ resource, json, kind: "resource" }];
  });
}

function policyHop(index: ResourceIndex, topic: Resource, arn: string, publisher: Publisher): Hop {
  const policies = topicPolicies(index, topic, arn);
  const statement = requireAllowed(index, "topic-policy-denies", topic, policies, {
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
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function topicKey(
  index: ResourceIndex,
  topic: Resource,
  user: string,
): Resource | undefined {
  const name = optionalText(topic, "kms_master_key_id");
  if (name === undefined) return undefined;
  if (/(^|:)alias\/aws\//u.test(name)) {
    blocked("key-managed-by-aws", topic, `${name}, which ${user} may not use`);
  }
  const key = findKey(index, placeOf(topic), name);
  if (key === undefined) {
    return blocked("key-missing", topic, name);
  }
  const [here, there] = [placeOf(topic), placeOf(key)];
  if (here.account !== there.account || here.region !== there.region) {
    blocked("different-place", key, `the topic is in ${here.account} ${here.region}`);
  }
  if (!flag(key, "is_enabled", true)) blocked("key-disabled", key);
  return key;
}

function keyHops(index: ResourceIndex, topic: Resource, { service }: Publisher): readonly Hop[] {
  const key = topicKey(index, topic, service);
  if (key === undefined) {
    return [step("topic", topic, "it is not encrypted, so no key is needed")];
  }
  for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
    requireAllowed(index, "key-policy-denies", key, keyPolicies(index, key), {
      principal: { service },
      action,
      resource: text(key, "arn"),
      context: {},
    });
  }
  return [step("key policy", key, `it lets ${service} encrypt and decrypt`)];
}
