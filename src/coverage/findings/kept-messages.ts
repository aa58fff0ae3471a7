import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import {
  block as blockOf,
  isBlank,
  number,
  optionalText,
  text,
  type ResourceIndex,
} from "../resource-index";
import { loggingRules } from "../trace/rules";

/** Settings with which queues keep dead-letter messages too short a time, and log groups may not keep heartbeats. */
export function keptMessageFindings(index: ResourceIndex): readonly Finding[] {
  return [
    ...queuesFor(index).flatMap((queue) => {
      let found: readonly Finding[] = [];
      // What cannot be read is a finding, too.
      return [...blockersOf(() => (found = queueFindings(queue))), ...found];
    }),
    ...heartbeatGroups(index)
      .filter(({ attributes }) => !isBlank(attributes["kms_key_id"]))
      .map((group) => finding("not-analyzed-setting", group, "kms_key_id")),
  ];
}

/** The queues that keep dead-letter messages of some target. */
function queuesFor(index: ResourceIndex): readonly Resource[] {
  const arns = new Set(
    index.all("aws_cloudwatch_event_target").flatMap((target) => {
      let arn: string | undefined;
      // What cannot be read is a finding of its target.
      blockersOf(() => {
        const config = blockOf(target, "dead_letter_config");
        arn = config && optionalText(target, "arn", config);
      });
      return arn ?? [];
    }),
  );
  return [...arns].flatMap((arn) => index.find("aws_sqs_queue", arn));
}

/** The most that SQS offers, and the largest event with what EventBridge adds. */
const least = [
  ["message_retention_seconds", 345_600, 1_209_600],
  ["max_message_size", 262_144, 262_144],
] as const;

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
function queueFindings(queue: Resource): readonly Finding[] {
  const differing = (name: string, found: number, wanted: number): Finding =>
    finding("dead-letter-queue-settings", queue, `${name} is ${found}, it should be ${wanted}`);
  const differences: Finding[] = [];
  for (const [name, otherwise, wanted] of least) {
    const found = number(queue, name, queue.attributes) ?? otherwise;
    if (!(found >= wanted)) differences.push(differing(name, found, wanted));
  }
  const delay = number(queue, "delay_seconds", queue.attributes) ?? 0;
  if (delay !== 0) differences.push(differing("delay_seconds", delay, 0));

  if (!isBlank(queue.attributes["redrive_policy"]))
    differences.push(finding("not-analyzed-setting", queue, "redrive_policy"));
  return differences;
}

/** The log groups that rules write to. */
function heartbeatGroups(index: ResourceIndex): readonly Resource[] {
  const arns = new Set(
    loggingRules(index).flatMap(({ targets }) =>
      targets.map((target) => text(target, "arn").replace(/:\*$/u, "")),
    ),
  );
  return [...arns].flatMap((arn) => index.find("aws_cloudwatch_log_group", arn));
}
