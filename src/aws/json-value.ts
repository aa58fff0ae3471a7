/** A JSON value without children: the only thing a pattern's condition is compared with. */
export type JsonLeaf = string | number | boolean | null;

/** Any JSON value. */
export type JsonValue = JsonLeaf | JsonObject | readonly JsonValue[];

/** A JSON object, such as an event in the EventBridge envelope. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether a value that came from JSON is an array. */
export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether a value of unknown origin is an object with keys: neither an array nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key the object itself has; inherited names such as `constructor` are absent. */
export function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
