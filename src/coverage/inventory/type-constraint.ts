import { isJsonObject } from "../../json/value";

const primitives = ["string", "number", "bool"] as const;

/** A type of a variable, as far as a JSON value can be held to it. */
export type TypeConstraint =
  | { readonly is: "any" | (typeof primitives)[number] }
  | { readonly is: "list" | "set" | "map"; readonly of: TypeConstraint }
  | { readonly is: "object"; readonly required: ReadonlyMap<string, TypeConstraint | undefined> }
  | { readonly is: "tuple" };

/**
 * Reads a type such as `list(string)`; undefined for a text that Terraform does not know as one.
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function typeConstraint(text: string): TypeConstraint | undefined {
  const type = text.trim();
  const primitive = primitives.find((each) => each === type);
  if (primitive !== undefined || type === "any") return { is: primitive ?? "any" };
  // Without the type of its elements, as Terraform 0.11 had it.
  if (type === "list" || type === "map") return { is: type, of: { is: "any" } };
  const [, name = "", inner = ""] = /^([a-z]+)\s*\((.*)\)$/su.exec(type) ?? [];
  switch (name) {
    case "list":
    case "set":
    case "map": {
      const of = typeConstraint(inner);
      return of && { is: name, of };
    }
    case "object":
      return objectConstraint(inner);
    case "tuple":
      return { is: "tuple" };
    default:
      return undefined;
  }
}

const ATTRIBUTE = /^(?:"(?<quoted>[^"]+)"|(?<name>[A-Za-z_][\w-]*))\s*[=:](?<type>.*)$/su;

function objectConstraint(text: string): TypeConstraint | undefined {
  const [, inner] = /^\s*\{(.*)\}\s*$/su.exec(text) ?? [];
  if (inner === undefined) return undefined;
  const required = new Map<string, TypeConstraint | undefined>();
  for (const part of parts(inner)) {
    const { quoted, name = quoted, type = "" } = ATTRIBUTE.exec(part.trim())?.groups ?? {};
    if (name === undefined) return undefined;
    if (/^\s*optional\s*\(/u.test(type)) continue;
    const constraint = typeConstraint(type);
    if (constraint === undefined) return undefined;
    required.set(name, constraint);
  }
  return { is: "object", required };
}

/** What commas and ends of lines part, outside of brackets. */
function parts(text: string): readonly string[] {
  const found = [""];
  let depth = 0;
  for (const sign of text) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth === 0 && (sign === "," || sign === "\n")) found.push("");
    else found.push(`${found.pop() ?? ""}${sign}`);
  }
  return found.filter((each) => each.trim() !== "");
}

/** Whether Terraform can make a value of the type of it. */
export function conforms(value: unknown, type: TypeConstraint): boolean {
  if (value === null) return true;
  switch (type.is) {
    case "any":
    case "tuple":
      return true;
    case "string":
      return typeof value !== "object";
    case "number":
      return typeof value === "number" || (typeof value === "string" && isNumber(value));
    case "bool":
      return [true, false, "true", "false"].some((each) => each === value);
    case "list":
    case "set":
      return Array.isArray(value) && value.every((each) => conforms(each, type.of));
    case "map":
      return isJsonObject(value) && Object.values(value).every((each) => conforms(each, type.of));
    case "object":
      return (
        isJsonObject(value) &&
        [...type.required].every(
          ([name, of]) =>
            Object.hasOwn(value, name) && (of === undefined || conforms(value[name], of)),
        )
      );
  }
}

function isNumber(text: string): boolean {
  return text.trim() === text && text !== "" && !Number.isNaN(Number(text));
}
