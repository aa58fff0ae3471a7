import type { ArgumentKind } from "../resource-types";
import { attempt, converted } from "./constants";
import { isList, isObjectValue, isUnresolved, type Value } from "./value";

/** The one argument of the registered types that may be a fraction, an alarm's. */
const FRACTION = "threshold";

/** The least number that is too large for the provider. */
const TOO_LARGE = 2 ** 63;

const kinds: Readonly<Record<ArgumentKind, string>> = {
  string: "a text",
  number: "a number",
  bool: "true or false",
  list: "a list of texts",
  objects: "a list of objects",
  map: "a map of texts",
  object: "a map",
  dynamic: "a value",
};

/** What an argument of a kind must be instead of a value; undefined where Terraform makes one of it. */
export function kindWanted(value: Value, name: string, kind: ArgumentKind): string | undefined {
  if (!isOfKind(value, kind)) return kinds[kind];
  if (kind !== "number" || isUnresolved(value) || name === FRACTION) return undefined;
  const number = Number(value);
  const isWhole = Number.isInteger(number) && Math.abs(number) < TOO_LARGE;
  return isWhole ? undefined : "a whole number";
}

/** Terraform makes texts of numbers and the other way; it makes no list of a text. */
function isOfKind(value: Value, kind: ArgumentKind): boolean {
  if (isUnresolved(value)) return true;
  switch (kind) {
    case "string":
      return typeof value !== "object";
    case "number":
    case "bool":
      return isPlain(value) && !("refusal" in attempt(() => converted(value, { is: kind })));
    case "list":
      return isList(value) && value.every(isPlain);
    case "objects":
      return isList(value) && value.every((each) => each === null || typeof each === "object");
    case "map":
      return isObjectValue(value) && Object.values(value).every(isPlain);
    case "object":
      return isObjectValue(value);
    case "dynamic":
      return true;
  }
}

/** Whether a value is neither a list nor a map, as far as it is known. */
function isPlain(value: Value): value is Exclude<Value, object> {
  return typeof value !== "object" || value === null || isUnresolved(value);
}

/** Whether a text is a number to Terraform. */
export function isNumber(text: string): boolean {
  return !("refusal" in attempt(() => converted(text, { is: "number" })));
}
