/** A JSON value without children: the only thing a pattern's condition is compared with. */
export type JsonLeaf = string | number | boolean | null;

/** Any JSON value. */
export type JsonValue = JsonLeaf | JsonObject | readonly JsonValue[];

/** A JSON object, such as an event in the EventBridge envelope. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON object whose values are not validated yet. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value that came from JSON is an array. */
export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether a value of unknown origin is an object with keys: neither an array nor null. */
export function isJsonObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key the object itself has; inherited names such as `constructor` are absent. */
export function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value as an object; an empty one where it is not an object. */
export function objectIn(value: unknown): Json {
  return isJsonObject(value) ? value : {};
}

/** The value as a list: a block that stands once may be written without brackets. */
export function listIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  // Edge: an array of JSON.
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The value where it is a text. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What a text holds as JSON; undefined where it is not valid JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value in a message. */
export function shownJson(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
