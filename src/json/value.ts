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
export function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
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

/** What a text holds as JSON; undefined where it is not valid JSON, or JSON that is not read. */
export function jsonIn(text: string): unknown {
  try {
    return readableJson(text);
  } catch {
    return undefined;
  }
}

/** Levels that JSON may be nested: what AWS and Terraform write has under twenty. */
export const deepestJson = 100;

/**
 * The JSON that a text holds.
 * @throws SyntaxError where it is not valid JSON, is nested over {@link deepestJson} levels, or has a
 *   key `__proto__`, which JavaScript gives a meaning
 */
export function readableJson(text: string): unknown {
  const json: unknown = JSON.parse(text);
  // A text that has no room for so many brackets, and no such key, shows it at a glance.
  if (text.length > 2 * deepestJson || /__proto__|\\u/u.test(text)) refuseUnreadable(json);
  return json;
}

function refuseUnreadable(json: unknown): void {
  // Objects and arrays that are still to be looked at, and how deep each is.
  const left: unknown[] = [json];
  const depths = [0];
  while (left.length > 0) {
    const value = left.pop();
    const depth = depths.pop() ?? 0;
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepestJson) {
      throw new SyntaxError(`it is nested more than ${deepestJson} levels deep`);
    }
    if (Object.hasOwn(value, "__proto__")) throw new SyntaxError("it has a key __proto__");
    for (const each of Object.values(value) as unknown[]) {
      if (typeof each !== "object" || each === null) continue;
      left.push(each);
      depths.push(depth + 1);
    }
  }
}

/** A value in a message. */
export function shownJson(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
