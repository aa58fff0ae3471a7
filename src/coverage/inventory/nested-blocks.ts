import { isList, isObjectValue, type Value, type ValueObject } from "./value";

/** Blocks of a name: none, one, or a list; undefined where it is something else. */
export function blocksOf(value: Value): readonly ValueObject[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isList(value)) return isObjectValue(value) ? [value] : undefined;
  // An array inside is one block whose members add up.
  const blocks = value.map((each) => {
    if (!isList(each)) return each ?? {};
    return each.every(isObjectValue) ? (Object.assign({}, ...each) as ValueObject) : undefined;
  });
  return blocks.every(isObjectValue) ? blocks : undefined;
}
