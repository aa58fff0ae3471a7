import { BlockedError, blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  block as blockOf,
  known,
  optionalText,
  placeOf,
  requireAllowed,
  text,
  verdict,
  type ResourceIndex,
} from "../resource-index";
import { isObjectValue } from "../inventory/value";
import { topicVariable } from "../../formatter";
import { keyPolicies } from "./key";
import { permissionsOf } from "./role";
import { byTls, topicAt, topicKey, topicPolicies, type TopicPassage } from "./topic";

/** The role of a function, which Lambda assumes to run it. @throws BlockedError when it may not */
export function executionRole(
  index: ResourceIndex,
  lambda: Resource,
): { role: Resource; hop: Hop } {
  const arn = text(lambda, "role");
  const [role] = index.find("aws_iam_role", arn);
  if (role === undefined) return blocked("role-missing", lambda, arn);
  const { account } = placeOf(lambda);
  if (accountOf(role) !== account) {
    blocked("different-place", role, `the function is in ${account}, its role is ${arn}`);
  }
  const trust = { resource: role, json: text(role, "assume_role_policy"), kind: "trust" as const };
  const statement = requireAllowed(index, "role-trust-denies", role, [trust], {
    principal: { service: "lambda.amazonaws.com" },
    action: "sts:AssumeRole",
    resource: arn,
    context: { "aws:SourceArn": text(lambda, "arn"), "aws:SourceAccount": account },
  });
  return {
    role,
    hop: step("role trust", role, `statement ${statement} lets Lambda assume it`),
  };
}

/** The ARN of the topic that a function is set to publish to. */
export function publishedTopic(lambda: Resource): string {
  const environment = blockOf(lambda, "environment");
  const variables = environment && known(lambda, "variables", environment["variables"]);
  if (!isObjectValue(variables)) {
    return blocked("function-setting-differs", lambda, `it has no variable ${topicVariable}`);
  }
  const [other] = Object.keys(variables).filter((name) => name !== topicVariable);
  // Some change how Node.js or the AWS SDK work, such as NODE_OPTIONS and AWS_ENDPOINT_URL.
  if (other !== undefined) blocked("not-analyzed-setting", lambda, `its variable ${other}`);
  return text(lambda, topicVariable, variables);
}

/**
 * Why a function may publish to a topic with its role.
 * @throws BlockedError when the topic does not exist, is elsewhere, or the role may not publish or encrypt
 */
export function functionTopic(
  index: ResourceIndex,
  lambda: Resource,
  role: Resource,
  arn: string,
): TopicPassage {
  const topic = topicAt(index, { resource: lambda, arn });
  const principal = { account: accountOf(role), arn: text(role, "arn") };
  const publish = { principal, action: "sns:Publish", resource: arn, context: byTls };
  const permissions = permissionsOf(index, role);
  const statement = requireAllowed(index, "role-permission-denies", role, permissions, publish);
  const said = verdict(index, "topic-policy-denies", topicPolicies(index, topic, arn), publish);
  // In one account the role's own permission is enough, unless the topic refuses.
  if (said?.effect === "deny") throw new BlockedError(said.blocker);
  const hops = [
    step("role permission", role, `statement ${statement} allows sns:Publish`),
    step("topic policy", topic, "it does not refuse the role, which is of its account"),
  ];
  const key = topicKey(index, topic, "the function");
  if (key === undefined) {
    return { arn, topic, hops: [...hops, step("topic", topic, "it is not encrypted")] };
  }
  for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
    const request = { principal, action, resource: text(key, "arn"), context: {} };
    requireAllowed(index, "role-permission-denies", role, permissions, request);
    requireAllowed(index, "key-policy-denies", key, keyPolicies(index, key), request);
  }
  const name = optionalText(role, "name") ?? "the role";
  return {
    arn,
    topic,
    hops: [...hops, step("key policy", key, `it lets ${name} encrypt and decrypt`)],
  };
}
