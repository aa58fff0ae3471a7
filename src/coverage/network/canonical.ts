/** JSON with the members of each object in order: one text for one meaning. */
export function canonical(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** JSON text with the members of each object in order; undefined for what is no JSON. */
export function canonicalText(json: string): string | undefined {
  try {
    return canonical(JSON.parse(json));
  } catch {
    return undefined;
  }
}
