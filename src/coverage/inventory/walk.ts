import { isList, isObjectValue, isUnresolved, unresolved, type Value } from "./value";

/** The value that steps such as `.name` and `[0]` lead to. */
export function walk(value: Value, steps: readonly (string | number)[], text: string): Value {
  let found = value;
  for (const step of steps) {
    if (isUnresolved(found)) return found;
    if (isObjectValue(found)) found = found[String(step)];
    else if (isList(found)) found = found[Number(step)];
    else found = undefined;
    if (found === undefined) return unresolved(text, `it has no ${String(step)}`, true);
  }
  return found;
}
