import { listIn, objectIn, ownValue, textIn } from "../../json/value";

/**
 * The names that `dynamic` gives to elements at a place in a block: that of the block that is generated, or another one
 * that `iterator` says.
 * @param path - as `textsIn` gives it
 * @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export function iteratorsAt(block: unknown, path: string): ReadonlySet<string> {
  const names = new Set<string>();
  let at: unknown = block;
  let before = "";
  for (const step of path.split(".")) {
    at = Array.isArray(at) ? at[Number(step)] : ownValue(objectIn(at), step);
    if (before === "dynamic") {
      for (const each of listIn(at)) names.add(textIn(objectIn(each)["iterator"]) ?? step);
    }
    before = step;
  }
  return names;
}
