import type { Resource } from "../inventory";
import {
  block as blockOf,
  flag,
  number,
  optionalText,
  placeOf,
  requireAllowed,
  shownAddress,
  stopAt,
  stopsOf,
  text,
  type AttachedPolicy,
  type Network,
} from "../network";
import type { Stop } from "../trace-result";
import { findKey, keyPolicies } from "../trace/key";
import type { RuleWithTargets } from "../trace/rules-by-target";

const NAME = "dead-letter queue";
const events = { service: "events.amazonaws.com" };

/** How long delivery is tried. */
export interface ExpectedRetry {
  readonly seconds: number;
  readonly attempts: number;
}

/** What EventBridge does when told nothing, and the most it offers. */
const longest: ExpectedRetry = { seconds: 86_400, attempts: 185 };

/** What keeps undelivered events of these rules from being retried and kept. */
export function deadLetterFindings(
  network: Network,
  rules: readonly RuleWithTargets[],
  retry: ExpectedRetry = longest,
): readonly Stop[] {
  return rules.flatMap(({ rule, targets }) =>
    targets.flatMap((target) => [
      ...stopsOf(() => {
        checkQueue(network, rule, target);
      }),
      ...stopsOf(() => {
        checkRetry(target, retry);
      }),
    ]),
  );
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function checkQueue(network: Network, rule: Resource, target: Resource): void {
  const config = blockOf(target, "dead_letter_config");
  if (config === undefined) {
    return stopAt(
      NAME,
      target,
      "it has no dead_letter_config: events that cannot be delivered are lost",
    );
  }
  const arn = text(target, "arn", config);
  const [queue] = network.find("aws_sqs_queue", arn);
  if (queue === undefined)
    return stopAt(NAME, target, `its dead-letter queue is not there: ${arn}`);
  const [here, there] = [placeOf(rule), placeOf(queue)];
  if (here.account !== there.account || here.region !== there.region) {
    const places = `${here.account} ${here.region}, not in ${there.account} ${there.region}`;
    stopAt(
      NAME,
      queue,
      `it must be in the account and region of the rule ${shownAddress(rule)}, ${places}`,
    );
  }
  if (flag(queue, "fifo_queue", false))
    stopAt(NAME, queue, "a FIFO queue cannot keep dead letters");
  const ruleArn = text(rule, "arn");
  forRule(rule, () =>
    requireAllowed(network, NAME, queue, queuePolicies(network, queue), {
      principal: events,
      action: "sqs:SendMessage",
      resource: arn,
      context: {
        "aws:SourceArn": ruleArn,
        "aws:SourceAccount": here.account,
        "aws:SecureTransport": true,
      },
    }),
  );
  checkEncryption(network, queue);
}

/** Adds to a refusal for which rule it counts. */
function forRule(rule: Resource, evaluate: () => unknown): void {
  for (const { name, resource, reason } of stopsOf(evaluate)) {
    stopAt(name, resource, `${reason} (for the rule ${shownAddress(rule)})`);
  }
}

function queuePolicies(network: Network, queue: Resource): readonly AttachedPolicy[] {
  const separate = network.find("aws_sqs_queue_policy", text(queue, "url"));
  return (separate.length > 0 ? separate : [queue]).flatMap((resource) => {
    const json = optionalText(resource, "policy");
    return json === undefined ? [] : [{ resource, json, kind: "resource" as const }];
  });
}

function checkEncryption(network: Network, queue: Resource): void {
  const name = optionalText(queue, "kms_master_key_id");
  if (name === undefined) return;
  if (/(^|:)alias\/aws\//u.test(name)) {
    stopAt(
      NAME,
      queue,
      `${name} is a key of AWS, which EventBridge may not use: dead letters are lost`,
    );
  }
  const key = findKey(network, placeOf(queue), name);
  if (key === undefined) return stopAt(NAME, queue, `its key is not in the inventory: ${name}`);
  for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
    requireAllowed(network, NAME, key, keyPolicies(network, key), {
      principal: events,
      action,
      resource: text(key, "arn"),
      context: {},
    });
  }
}

function checkRetry(target: Resource, { seconds, attempts }: ExpectedRetry): void {
  const name = "retry policy";
  const retry = blockOf(target, "retry_policy");
  if (retry === undefined) return stopAt(name, target, "it has no retry_policy");
  const wanted = [
    ["maximum_event_age_in_seconds", seconds, longest.seconds],
    ["maximum_retry_attempts", attempts, longest.attempts],
  ] as const;
  for (const [attribute, expected, most] of wanted) {
    const found = number(target, attribute, retry) ?? most;
    if (found !== expected) {
      stopAt(
        name,
        target,
        `${attribute} is ${found}: EventBridge gives up before the ${expected} it should try`,
      );
    }
  }
}
