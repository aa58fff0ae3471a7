import { resourceTypes } from "./registry";
import type { ResourceType } from "./resource-type";

/** The name that a resource has in AWS, where it has one of its own. */
export function ownName(
  type: string,
  attributes: Readonly<Record<string, unknown>>,
): string | undefined {
  const argument = resourceTypes.get(type)?.name;
  const name = argument === null ? undefined : attributes[argument ?? "name"];
  return typeof name === "string" && name !== "" ? name : undefined;
}

/** What a resource is to alerts; undefined for one that has nothing to do with them. */
export function partOf(type: string): ResourceType["part"] {
  const known = resourceTypes.get(type);
  if (known) return known.part ?? "path";
  return isRelated(type) ? "path" : undefined;
}

/** What the loss of a resource means. */
export function lossOf(type: string): string | undefined {
  return resourceTypes.get(type)?.loss;
}

/** Such as `aws_sns_topic`: what is not analyzed may change what alerts pass. */
const families = new Set(
  [...resourceTypes]
    .filter(([, { part }]) => part !== "watch")
    .map(([type]) => type.split("_").slice(0, 3).join("_")),
);

function isRelated(type: string): boolean {
  return [...families].some((family) => type.startsWith(`${family}_`));
}
