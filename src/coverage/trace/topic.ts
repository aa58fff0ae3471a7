import { parseArn } from "../../aws";
import type { Resource } from "../inventory";
import {
  flag,
  optionalText,
  placeOf,
  requireAllowed,
  shownAddress,
  text,
  type AttachedPolicy,
  type Network,
} from "../network";
import type { Hop } from "../trace-result";
import { findKey, keyPolicies } from "./key";
import { block, passed } from "./run";

const events = { service: "events.amazonaws.com" };

/** The way through a topic, which is the same for every event. */
export interface TopicPassage {
  readonly arn: string;
  readonly topic: Resource;
  readonly hops: readonly Hop[];
}

/**
 * Why EventBridge may publish to the topic of a target.
 * @throws BlockedError when the topic is not there, not here, or does not let it
 */
export function topicPassage(network: Network, rule: Resource, target: Resource): TopicPassage {
  const arn = text(target, "arn");
  const [topic] = network.find("aws_sns_topic", arn);
  if (topic === undefined)
    return block("target", target, `it sends to a topic that is not there: ${arn}`);
  const here = placeOf(rule);
  const there = parseArn(arn);
  if (there?.account !== here.account || there.region !== here.region) {
    block(
      "target",
      target,
      `rule and topic (${shownAddress(topic)}) must be in one account and region: ${here.account} ${here.region} and ${arn}`,
    );
  }
  if (flag(topic, "fifo_topic", false)) block("topic", topic, "a FIFO topic sends no e-mail");
  return { arn, topic, hops: [policyHop(network, topic, arn), ...keyHops(network, topic)] };
}

function policyHop(network: Network, topic: Resource, arn: string): Hop {
  const separate = network.find("aws_sns_topic_policy", arn);
  const policies = (separate.length > 0 ? separate : [topic]).flatMap(
    (resource): AttachedPolicy[] => {
      const json = optionalText(resource, "policy");
      return json === undefined ? [] : [{ resource, json, kind: "resource" }];
    },
  );
  const statement = requireAllowed(network, "topic policy", topic, policies, {
    principal: events,
    action: "sns:Publish",
    resource: arn,
    context: {},
  });
  return passed(
    "topic policy",
    separate[0] ?? topic,
    `statement ${statement} lets EventBridge publish`,
  );
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function keyHops(network: Network, topic: Resource): readonly Hop[] {
  const name = optionalText(topic, "kms_master_key_id");
  if (name === undefined)
    return [passed("topic", topic, "it is not encrypted, so no key is needed")];
  if (/(^|:)alias\/aws\//u.test(name)) {
    block(
      "topic",
      topic,
      `${name} is a key of AWS, which EventBridge may not use: every alert is lost`,
    );
  }
  const key = findKey(network, placeOf(topic), name);
  if (key === undefined) {
    return block(
      "topic",
      topic,
      `its key is not in the inventory, so its policy is not known: ${name}`,
    );
  }
  const [here, there] = [placeOf(topic), placeOf(key)];
  if (here.account !== there.account || here.region !== there.region) {
    block(
      "key policy",
      key,
      `key and topic must be in one account and region, ${here.account} ${here.region}`,
    );
  }
  if (!flag(key, "is_enabled", true)) block("key policy", key, "the key is disabled");
  for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
    requireAllowed(network, "key policy", key, keyPolicies(network, key), {
      principal: events,
      action,
      resource: text(key, "arn"),
      context: {},
    });
  }
  return [passed("key policy", key, "it lets EventBridge encrypt and decrypt")];
}
