/** A JSON object whose values are not checked yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is none. */
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
