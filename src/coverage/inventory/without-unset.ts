import { resourceTypes } from "../resource-types";
import { isList, isObjectValue, type Value, type ValueObject } from "./value";

/** Without what the provider writes where nothing is set: `{}`, no list, a number of its own. */
export function withoutUnset(type: string, value: Value, asWritten?: ValueObject): ValueObject {
  const { unset = {}, spellings = [] } = resourceTypes.get(type) ?? {};
  const known = isObjectValue(value) ? value : {};
  const isWritten = (name: string): boolean => (asWritten?.[name] ?? null) !== null;
  const kept = spellings.filter((name) => !isWritten(name));
  const entries = Object.entries(known).filter(
    ([name]) => !(kept.length === 1 && kept.includes(name)),
  );
  const found = withoutEmpty(Object.fromEntries(entries), unset);
  return isObjectValue(found) ? found : {};
}

function withoutEmpty(value: Value, unset: Readonly<Record<string, readonly unknown[]>>): Value {
  if (value === null) return undefined;
  if (isList(value)) {
    return value.length === 0 ? undefined : value.map((each) => withoutEmpty(each, unset));
  }
  if (!isObjectValue(value)) return value;
  const entries = Object.entries(value)
    .filter(([name, each]) => !(unset[name] ?? []).includes(each))
    .map(([name, each]) => [name, withoutEmpty(each, unset)] as const)
    .filter(([, each]) => each !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
