import type { Resource } from "../inventory";
import { policiesOf, requireAllowed, text, type ResourceIndex } from "../resource-index";
import { encrypting, encryptionKey, requireKeyUse } from "./access";
import { functionPolicies } from "./function";

const sns = { service: "sns.amazonaws.com" };

/**
 * Whether a queue or function that is subscribed lets the topic send. One that is not in the generated
 * Terraform is somebody else's, and not known here.
 * @throws BlockedError where it does not
 */
export function requireSubscriber(
  index: ResourceIndex,
  topic: Resource,
  protocol: string,
  endpoint: string,
): void {
  const source = text(topic, "arn");
  if (protocol === "sqs") {
    const [queue] = index.find("aws_sqs_queue", endpoint);
    if (queue) requireQueue(index, queue, source);
  } else if (protocol === "lambda") {
    const [, named = "", qualifier] = /^((?:[^:]*:){6}[^:]*)(?::(.*))?$/u.exec(endpoint) ?? [];
    const [lambda] = index.find("aws_lambda_function", named);
    if (lambda === undefined) return;
    const policies = functionPolicies(index, lambda, qualifier);
    requireAllowed(index, "resource-policy-denies", lambda, policies, {
      kind: "topic to function",
      principal: sns,
      action: "lambda:InvokeFunction",
      resource: endpoint,
      source,
    });
  }
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html */
function requireQueue(index: ResourceIndex, queue: Resource, source: string): void {
  requireAllowed(index, "resource-policy-denies", queue, policiesOf(index, queue), {
    kind: "topic to queue",
    principal: sns,
    action: "sqs:SendMessage",
    resource: text(queue, "arn"),
    source,
  });
  const key = encryptionKey(index, queue, "kms_master_key_id", { service: "SNS" });
  if (key === undefined) return;
  const kind = "service to queue key";
  requireKeyUse(index, key, encrypting, { kind, principal: sns, source });
}
