import { listIn, objectIn, textIn } from "../../json/value";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, keyOf, settingsNotAnalyzed, type ResourceIndex } from "../resource-index";
import { mayBeForeign, resourceTypes } from "../resource-types";
import type { AlertPath } from "../trace/alert-path";

/** Resources of types that this check knows nothing of, where they may change what the others do. */
function unknownTypes(index: ResourceIndex, path: () => AlertPath): readonly Finding[] {
  return index.inventory.resources
    .filter(
      (resource) =>
        mayBeForeign(resource.type, resource.attributes) && path().mayBeChangedBy(resource),
    )
    .map((resource) => {
      const called = path().calledBy(resource);
      const detail =
        called === undefined ? resource.type : `${resource.type}: it calls AWS with ${called}`;
      return finding("not-analyzed-resource", resource, detail);
    });
}

/** Resources of which it is not known whether there is one, or that are too many. */
function unknownNumbers(resources: readonly Resource[]): readonly Finding[] {
  return resources.flatMap((resource) => {
    const { unknownNumber: by } = resource;
    if (by === undefined) return [];
    return [
      finding("value-unknown", resource, `how many there are: ${by.expression}: ${by.reason}`),
    ];
  });
}

/** Settings that change an event's way and are not followed. */
function unknownSettings(index: ResourceIndex): readonly Finding[] {
  const counted: readonly unknown[] = index
    .all("aws_cloudwatch_log_metric_filter")
    .map(({ attributes }) => attributes["log_group_name"]);
  const logs = new Set<unknown>(
    index
      .all("aws_lambda_function")
      .map(logOf)
      .filter((name) => !counted.includes(name)),
  );
  // What a function logs is for people.
  const ofFunctions = new Set(
    index
      .all("aws_cloudwatch_log_group")
      .filter(({ attributes }) => logs.has(attributes["name"]))
      .filter(({ attributes }) => classes.includes(attributes[LOG_CLASS])),
  );
  return index.inventory.resources.flatMap((resource) =>
    settingsNotAnalyzed(resource)
      .filter((name) => name !== LOG_CLASS || !ofFunctions.has(resource))
      .map((name) => finding("not-analyzed-setting", resource, name)),
  );
}

const LOG_CLASS = "log_group_class";
const classes: readonly unknown[] = ["INFREQUENT_ACCESS", "DELIVERY"];

/** The log group of a function. */
function logOf({ attributes }: Resource): unknown {
  const { log_group: group } = objectIn(listIn(attributes["logging_config"])[0]);
  return group ?? `/aws/lambda/${textIn(attributes["function_name"]) ?? ""}`;
}

/** Policies that are written at two places, of which the one written last holds. */
function twoPolicies(index: ResourceIndex): readonly Finding[] {
  return [...resourceTypes].flatMap(([owner, { policy }]) =>
    policy === undefined
      ? []
      : index.all(owner).flatMap((resource) => {
          const inline = resource.attributes["policy"];
          if (inline === undefined || inline === null) return [];
          const others: Resource[] = [];
          for (const key of policy.by) {
            // One that has no such name has no policy by it.
            blockersOf(() => others.push(...index.find(policy.type, keyOf(resource, key))));
          }
          return others
            .slice(0, 1)
            .map((other) =>
              finding("duplicate-identity", other, `${resource.address} has a policy of its own`),
            );
        }),
  );
}

function bothAlternatives(resources: readonly Resource[]): readonly Finding[] {
  return resources.flatMap((resource) => {
    const [one, other] = resourceTypes.get(resource.type)?.alternatives ?? [];
    if (one === undefined || other === undefined) return [];
    if (isBlank(resource.attributes[one]) || isBlank(resource.attributes[other])) return [];
    return [finding("not-analyzed-setting", resource, `${one} beside ${other}`)];
  });
}

/** What cannot be judged, because it is not analyzed or because two places contradict each other. */
export function notAnalyzed(index: ResourceIndex, path: () => AlertPath): readonly Finding[] {
  const { resources } = index.inventory;
  return [
    ...unknownTypes(index, path),
    ...unknownNumbers(resources),
    ...unknownSettings(index),
    ...bothAlternatives(resources),
    ...twoPolicies(index),
  ];
}
