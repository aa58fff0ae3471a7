import type { ProblemPath } from "../problem";
import { valueAt } from "./paths";
import { configurationSchema } from "./schema";

const jsonSchema: unknown = configurationSchema.toJSONSchema();

function membersOf(schema: unknown): readonly unknown[] {
  const members = valueAt(schema, ["oneOf"]) ?? valueAt(schema, ["anyOf"]);
  return Array.isArray(members) ? members : [schema];
}

function typeOf(schema: unknown): unknown {
  return valueAt(schema, ["properties", "type", "const"]);
}

/** Of a union the member whose `type` the value has. */
function choose(schema: unknown, value: unknown): unknown {
  const members = membersOf(schema);
  return members.length === 1
    ? members[0]
    : members.find((member) => typeOf(member) === valueAt(value, ["type"]));
}

function schemaAt(path: ProblemPath, value: unknown): unknown {
  return path.reduce<unknown>((schema, step, i) => {
    const chosen = choose(schema, valueAt(value, path.slice(0, i)));
    return valueAt(chosen, typeof step === "number" ? ["items"] : ["properties", step]);
  }, jsonSchema);
}

function keysOf(schema: unknown): readonly string[] {
  const properties = valueAt(schema, ["properties"]);
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}

/** The keys that the schema knows at a path. */
export function keysAt(path: ProblemPath, value: unknown): readonly string[] {
  return keysOf(choose(schemaAt(path, value), valueAt(value, path)));
}

/** What the schema says of the value at a path. */
export function descriptionAt(path: ProblemPath, value: unknown): string | undefined {
  const description = valueAt(schemaAt(path, value), ["description"]);
  return typeof description === "string" ? description : undefined;
}

/** The types that a section of several forms may have, with the keys of each. */
export function typesAt(path: ProblemPath, value: unknown): ReadonlyMap<string, readonly string[]> {
  return new Map(
    membersOf(schemaAt(path, value)).map((member) => [String(typeOf(member)), keysOf(member)]),
  );
}
