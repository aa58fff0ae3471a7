import {
  isJsonArray,
  type JsonLeaf,
  type JsonObject,
  type JsonValue,
  ownValue,
} from "../../json/value";

/** The array elements a value was reached through, innermost first. */
export interface Membership {
  readonly array: readonly JsonValue[];
  readonly index: number;
  readonly outer: Membership | undefined;
}

/** A leaf value of an event, and where in which arrays it is. */
export interface EventValue {
  readonly value: JsonLeaf;
  readonly membership: Membership | undefined;
}

/**
 * The leaf values at a path. Arrays on the way are looked through; an object at the end of the
 * path, an empty array and a missing key have none. `null` is a leaf value.
 */
export function eventValues(event: JsonObject, keys: readonly string[]): readonly EventValue[] {
  const found: EventValue[] = [];
  collect(event, keys, 0, undefined, found);
  return found;
}

function collect(
  node: JsonValue,
  keys: readonly string[],
  depth: number,
  membership: Membership | undefined,
  found: EventValue[],
): void {
  if (typeof node !== "object" || node === null) {
    if (depth === keys.length) found.push({ value: node, membership });
    return;
  }
  if (isJsonArray(node)) {
    node.forEach((element, index) => {
      // Only elements with children bind their siblings; plain values of an array do not.
      const hasChildren = typeof element === "object" && element !== null;
      const inside = hasChildren ? { array: node, index, outer: membership } : membership;
      collect(element, keys, depth, inside, found);
    });
    return;
  }
  const key = keys[depth];
  const child = key === undefined ? undefined : ownValue(node, key);
  if (child !== undefined) collect(child, keys, depth + 1, membership, found);
}

/** Joins two memberships, or says `false` when they are in different elements of one array. */
export function joinMemberships(
  soFar: Membership | undefined,
  added: Membership | undefined,
): Membership | undefined | false {
  let joined = soFar;
  for (let each = added; each !== undefined; each = each.outer) {
    const index = indexIn(soFar, each.array);
    if (index === undefined) joined = { array: each.array, index: each.index, outer: joined };
    else if (index !== each.index) return false;
  }
  return joined;
}

function indexIn(
  membership: Membership | undefined,
  array: readonly JsonValue[],
): number | undefined {
  for (let each = membership; each !== undefined; each = each.outer) {
    if (each.array === array) return each.index;
  }
  return undefined;
}
