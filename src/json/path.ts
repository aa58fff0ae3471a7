import { isJsonArray, type JsonObject, type JsonValue, ownValue } from "./value";

/** A step from a JSON value to a part of it: a key of an object, or an index of an array. */
export type JsonStep = string | number;

/** The value at the end of the steps; `undefined` where there is none. */
export function memberAt(root: JsonObject, steps: readonly JsonStep[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of steps) {
    if (value === undefined || typeof value !== "object" || value === null) return undefined;
    if (isJsonArray(value)) value = typeof step === "number" ? value[step] : undefined;
    else value = typeof step === "string" ? ownValue(value, step) : undefined;
  }
  return value;
}
