import type { Resource } from "../inventory";
import { isUnresolved } from "../inventory/value";
import {
  block as blockOf,
  isBlank,
  number,
  optionalText,
  stopsOf,
  text,
  type Network,
} from "../network";
import { stationAt } from "../station";
import type { Stop } from "../trace-result";
import { loggingRules } from "../trace/rules-by-target";

/** Settings with which queues keep dead letters too short a time, and log groups may not keep heartbeats. */
export function keptMessageFindings(network: Network): readonly Stop[] {
  return [
    ...queuesFor(network).flatMap((queue) => stopsIn(() => queueReasons(queue), queue)),
    ...heartbeatGroups(network)
      .filter(({ attributes }) => !isBlank(attributes["kms_key_id"]))
      .map((group) => {
        const reason =
          "kms_key_id is not understood by this check: whether EventBridge may use the key is not judged";
        return stationAt("log group", group, reason);
      }),
  ];
}

/** What is wrong with a resource, or why that cannot be told. */
function stopsIn(reasons: () => readonly string[], resource: Resource): readonly Stop[] {
  const found: Stop[] = [];
  const unknown = stopsOf(() => {
    found.push(...reasons().map((reason) => stationAt("dead-letter queue", resource, reason)));
  });
  return [...unknown, ...found];
}

/** The queues that keep dead letters of some target. */
function queuesFor(network: Network): readonly Resource[] {
  const arns = new Set(
    network.all("aws_cloudwatch_event_target").flatMap((target) => {
      let arn: string | undefined;
      // What cannot be read is a finding of its target.
      stopsOf(() => {
        const config = blockOf(target, "dead_letter_config");
        arn = config && optionalText(target, "arn", config);
      });
      return arn ?? [];
    }),
  );
  return [...arns].flatMap((arn) => network.find("aws_sqs_queue", arn));
}

/** The most that SQS offers, and the largest event with what EventBridge adds. */
const least = [
  ["message_retention_seconds", 345_600, 1_209_600, "14 days: letters are lost before"],
  ["max_message_size", 262_144, 262_144, "bytes: larger events are lost"],
] as const;

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
function queueReasons(queue: Resource): readonly string[] {
  const reasons: string[] = [];
  for (const [name, otherwise, wanted, why] of least) {
    const found = number(queue, name, queue.attributes) ?? otherwise;
    if (!(found >= wanted)) reasons.push(`${name} is ${found}, it should be ${wanted}, ${why}`);
  }
  const delay = number(queue, "delay_seconds", queue.attributes) ?? 0;
  if (delay !== 0) reasons.push(`delay_seconds is ${delay}, it should be 0: the alarm comes late`);
  const { redrive_policy: redrive } = queue.attributes;
  // A plan does not know it where it is not written: the provider reads it.
  const isWritten = !isBlank(redrive) && !(isUnresolved(redrive) && redrive.isPlanned);
  if (isWritten)
    reasons.push("redrive_policy takes letters elsewhere: not understood by this check");
  return reasons;
}

/** The log groups that rules write to. */
function heartbeatGroups(network: Network): readonly Resource[] {
  const arns = new Set(
    loggingRules(network).flatMap(({ targets }) =>
      targets.map((target) => text(target, "arn").replace(/:\*$/u, "")),
    ),
  );
  return [...arns].flatMap((arn) => network.find("aws_cloudwatch_log_group", arn));
}
