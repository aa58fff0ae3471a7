import type { Resource } from "../inventory";
import { policiesOf, text, type AttachedPolicy, type ResourceIndex } from "../resource-index";
import { alertRules, forwardingRules } from "../trace/rules";

/** A topic, a dead-letter queue or a role that rules of sign-ins send by. */
export interface PathResource {
  readonly what: "topic" | "queue" | "role";
  readonly resource: Resource;
}

function named(index: ResourceIndex, arn: unknown): readonly PathResource[] {
  if (typeof arn !== "string") return [];
  const [topic] = index.find("aws_sns_topic", arn);
  const [queue] = index.find("aws_sqs_queue", arn);
  const [role] = index.find("aws_iam_role", arn);
  return [
    ...(topic ? [{ what: "topic", resource: topic } as const] : []),
    ...(queue ? [{ what: "queue", resource: queue } as const] : []),
    ...(role ? [{ what: "role", resource: role } as const] : []),
  ];
}

/** The topics, dead-letter queues and roles that rules of sign-ins send by, each once. */
export function onThePath(index: ResourceIndex): readonly PathResource[] {
  return index.once("on the path", () => {
    const targets = [...forwardingRules(index), ...alertRules(index)].flatMap(
      (rule) => rule.targets,
    );
    const found = targets.flatMap(({ attributes }) => {
      const queues = [attributes["dead_letter_config"]].flat();
      const queue = queues.map((config) => (config as { arn?: unknown } | undefined)?.arn);
      const arns = [attributes["arn"], attributes["role_arn"], ...queue];
      return arns.flatMap((arn) => named(index, arn));
    });
    return [...new Map(found.map((each) => [each.resource, each])).values()];
  });
}

/** The policies that say who may use it. @throws BlockedError where one cannot be read */
export function policiesOnPath(
  index: ResourceIndex,
  resource: Resource,
): readonly AttachedPolicy[] {
  if (!("assume_role_policy" in resource.attributes)) return policiesOf(index, resource);
  return [{ resource, json: text(resource, "assume_role_policy"), kind: "trust" }];
}
