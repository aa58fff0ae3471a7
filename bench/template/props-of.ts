import { isJsonObject, type JsonObject } from "./json";

/** Attributes whose keys are the user's, not Terraform's. */
const maps: readonly string[] = ["tags", "input_paths", "dimensions"];

/** Attributes that the provider's classes name otherwise than Terraform does. */
const renamed: Readonly<Record<string, string>> = { equals: "equalTo" };

function camelCase(name: string): string {
  return renamed[name] ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function propOf(name: string, value: unknown): unknown {
  if (maps.includes(name)) return value;
  if (Array.isArray(value)) return value.map((item) => propOf("", item));
  return isJsonObject(value) ? propsOf(value) : value;
}

/** The props of a construct for attributes in Terraform's JSON. */
export function propsOf(attributes: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [camelCase(name), propOf(name, value)]),
  );
}
