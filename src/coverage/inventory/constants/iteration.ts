import {
  inOrder,
  isCollection,
  isMapping,
  isSequence,
  kindOf,
  tuple,
  type Constant,
} from "./constant";
import { refuse } from "./refusal";

/**
 * The names that `for` gives to each element of a collection: one to the value, or two to key and value.
 * @throws RefusalError for what is no collection
 */
export function namedElements(
  [first = "", second]: readonly string[],
  value: Constant,
): readonly (readonly (readonly [string, Constant])[])[] {
  if (!isCollection(value)) return refuse(`for takes a collection, not ${kindOf(value)}`);
  const pairs: readonly (readonly [Constant, Constant])[] = isMapping(value)
    ? inOrder(value)
    : value.items.map((item, at) => [value.kind === "set" ? item : at, item]);
  return pairs.map(([key, item]) =>
    second === undefined
      ? [[first, item]]
      : [
          [first, key],
          [second, item],
        ],
  );
}

/**
 * An object of the values that `for` makes, by their keys; grouped, each key has a list of its own.
 * @throws RefusalError for two values of one key that are not grouped
 */
export function objectOf(
  pairs: readonly (readonly [key: string | undefined, value: Constant])[],
  isGrouped: boolean,
): Constant {
  const entries = new Map<string, Constant>();
  for (const [key, value] of pairs) {
    if (key === undefined) continue;
    const before = entries.get(key);
    if (entries.has(key) && !isGrouped) refuse("for makes one key twice: ... groups the values");
    const group = isSequence(before) ? before.items : [];
    entries.set(key, isGrouped ? tuple([...group, value]) : value);
  }
  return pairs.some(([key]) => key === undefined) ? undefined : { kind: "object", entries };
}
