import type { Resource, UnresolvedAttribute } from "./inventory";
import { isList, isUnresolved, type Unresolved, type Value } from "./value";

/** Every attribute of a resource that is not known, its place first. */
export function unresolvedIn(resource: Resource): readonly UnresolvedAttribute[] {
  const { stack, address, account, region } = resource;
  // An unknown account is behind every unknown ARN: named once, it is enough.
  const place = [account, region].filter(isUnresolved).slice(0, 1);
  const lost =
    place.length > 0
      ? place.map((value) => ["provider", value] as const)
      : Object.entries(resource.attributes).flatMap(([name, value]) =>
          unresolvedValues(value, name),
        );
  return lost.map(([attribute, value]) => ({ stack, address, attribute, value }));
}

/** Every part of a value that is not known, with its path. */
export function unresolvedValues(
  value: Value,
  path: string,
): readonly (readonly [string, Unresolved])[] {
  if (isUnresolved(value)) return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const parts: readonly (readonly [string, Value])[] = isList(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
  return parts.flatMap(([name, part]) => unresolvedValues(part, `${path}.${name}`));
}
