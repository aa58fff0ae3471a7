import { isJsonObject, jsonIn } from "./value";

/** JSON with the members of each object in order: one text for one meaning. */
export function canonical(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** JSON text with the members of each object in order; undefined where it is not valid JSON. */
export function canonicalText(json: string): string | undefined {
  const value = jsonIn(json);
  return value === undefined ? undefined : canonical(value);
}
