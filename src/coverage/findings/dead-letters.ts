import { jsonIn, objectIn } from "../../json/value";
import { BlockedError, blocked, blockersOf, withDetail, type Finding } from "../finding";
import type { Resource } from "../inventory";
import {
  block as blockOf,
  flag,
  isSamePlace,
  number,
  optionalText,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  text,
  type ResourceIndex,
} from "../resource-index";
import { encrypting, encryptionKey, requireKeyUse } from "../trace/access";
import type { RuleWithTargets } from "../trace/rules";

const events = { service: "events.amazonaws.com" };

/** How long delivery is tried. */
export interface ExpectedRetry {
  readonly seconds: number;
  readonly attempts: number;
}

/** What EventBridge does when nothing is set, and the most it offers. */
const longest: ExpectedRetry = { seconds: 86_400, attempts: 185 };

/** What keeps undelivered events of these rules from being retried and kept. */
export function deadLetterFindings(
  index: ResourceIndex,
  rules: readonly RuleWithTargets[],
  retry: ExpectedRetry = longest,
): readonly Finding[] {
  return rules.flatMap(({ rule, targets }) =>
    targets.flatMap((target) => [
      ...blockersOf(() => {
        checkQueue(index, rule, target);
      }),
      ...blockersOf(() => {
        checkRetry(target, retry);
      }),
    ]),
  );
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function checkQueue(index: ResourceIndex, rule: Resource, target: Resource): void {
  const config = blockOf(target, "dead_letter_config");
  if (config === undefined) {
    return blocked("dead-letter-queue-missing", target, "it has no dead_letter_config");
  }
  const arn = text(target, "arn", config);
  const queue = index.named("aws_sqs_queue", arn, "dead-letter-queue-missing", target);
  const [here, there] = [placeOf(rule), placeOf(queue)];
  if (!isSamePlace(here, there)) {
    const places = `in ${here.account} ${here.region}, the queue in ${there.account} ${there.region}`;
    blocked("different-place", queue, `the rule ${shownAddress(rule)} is ${places}`);
  }
  if (flag(queue, "fifo_queue", false)) blocked("fifo-unsupported", queue);
  const ruleArn = text(rule, "arn");
  forRule(rule, () =>
    requireAllowed(index, "resource-policy-denies", queue, policiesOf(index, queue), {
      kind: "rule to queue",
      principal: events,
      action: "sqs:SendMessage",
      resource: arn,
      source: ruleArn,
      sourceAccount: here.account,
    }),
  );
  checkEncryption(index, queue, ruleArn);
  checkRedriveSources(queue);
}

const redrivePermissions: readonly unknown[] = ["allowAll", "denyAll", "byQueue"];

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
function checkRedriveSources(queue: Resource): void {
  const written = optionalText(queue, "redrive_allow_policy");
  if (written === undefined) return;
  const { redrivePermission: found } = objectIn(jsonIn(written));
  if (redrivePermissions.includes(found)) return;
  blocked(
    "value-invalid",
    queue,
    `redrivePermission of redrive_allow_policy must be one of ${redrivePermissions.join(", ")}`,
  );
}

/** Adds to a refusal for which rule it counts. */
function forRule(rule: Resource, evaluate: () => unknown): void {
  for (const refused of blockersOf(evaluate)) {
    const whose = `(for the rule ${shownAddress(rule)})`;
    throw new BlockedError(withDetail(refused, (detail) => `${detail} ${whose}`));
  }
}

function checkEncryption(index: ResourceIndex, queue: Resource, source: string): void {
  const key = encryptionKey(index, queue, "kms_master_key_id", { service: "EventBridge" });
  if (key === undefined) return;
  const kind = "service to queue key";
  requireKeyUse(index, key, encrypting, { kind, principal: events, source });
}

function checkRetry(target: Resource, { seconds, attempts }: ExpectedRetry): void {
  // Without one EventBridge tries for as long, and as often, as it ever does.
  const retry = blockOf(target, "retry_policy") ?? {};
  const wanted = [
    ["maximum_event_age_in_seconds", seconds, longest.seconds],
    ["maximum_retry_attempts", attempts, longest.attempts],
  ] as const;
  for (const [attribute, expected, most] of wanted) {
    const found = number(target, attribute, retry) ?? most;
    if (found !== expected) {
      blocked("retry-differs", target, `${attribute} is ${found}, it should be ${expected}`);
    }
  }
}
