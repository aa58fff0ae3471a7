import { canonicalText } from "../../json/canonical";
import { resourceTypes } from "../resource-types";
import type { Resource } from "./inventory";
import { isList, isObjectValue, type Value, type ValueObject } from "./value";

/**
 * Resources of a plan or state without what a provider reads back twice: a refresh writes the policy
 * of a resource into the resource as well, and all policies of a role, by name, into the role.
 */
export function withoutEchoes(resources: readonly Resource[]): readonly Resource[] {
  const texts = new Set(
    resources.map(({ type, attributes: { policy } }) => keyOf(type, textOf(policy))),
  );
  const names = new Set(
    resources.map(({ type, attributes: { role, name } }) => keyOf(type, role, name)),
  );
  return resources.map((resource) => {
    const { attributes } = resource;
    const { policy: separate, inlinePolicies, readBack } = resourceTypes.get(resource.type) ?? {};
    const kept = new Map(Object.entries(attributes));
    // After a change by hand it is what AWS had, which no other resource of the plan says.
    if (readBack?.includes("policy")) kept.delete("policy");
    if (separate && texts.has(keyOf(separate.type, textOf(attributes["policy"])))) {
      kept.delete("policy");
    }
    if (inlinePolicies) {
      const { argument, type } = inlinePolicies;
      const isEcho = (name: Value): boolean => names.has(keyOf(type, attributes["name"], name));
      const own = blocksIn(attributes[argument]).filter(({ name }) => !isEcho(name));
      if (own.length > 0) kept.set(argument, own);
      else if (isList(attributes[argument])) kept.delete(argument);
    }
    return { ...resource, attributes: Object.fromEntries(kept) };
  });
}

function blocksIn(value: Value): readonly ValueObject[] {
  return isList(value) ? value.filter(isObjectValue) : [];
}

function textOf(policy: Value): Value {
  return typeof policy === "string" ? (canonicalText(policy) ?? policy) : undefined;
}

function keyOf(...parts: readonly Value[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}
