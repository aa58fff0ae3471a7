import { Cache } from "../../cache";
import { schemaOf, type ArgumentKind, type BlockSchema } from "../resource-types";
import { formOf, type Form, type Type } from "./constants";

/** What an argument may be; any of one that the provider takes in several forms. */
const wanted: Readonly<Record<ArgumentKind, Form>> = {
  string: "plain",
  number: "plain",
  bool: "plain",
  list: "sequence",
  objects: "sequence",
  map: "mapping",
  object: "mapping",
  dynamic: "any",
};

const words: Readonly<Record<Form, string>> = {
  any: "a value",
  plain: "a text, a number, true or false",
  sequence: "a list",
  mapping: "a map",
};

/**
 * What Terraform refuses of an expression by the type that an argument has, whatever the value is.
 * @param address - of the resource
 * @param path - of the expression in it, as `textsIn` gives it
 * @param typeOf - the type of the expression, worked out where an argument is found
 */
export function typeProblem(address: string, path: string, typeOf: () => Type): string | undefined {
  const type = address.slice(0, address.indexOf("."));
  const form = forms.get(`${type} ${path}`, () => formAt(schemaOf(type), path.split(".")));
  if (form === "block") return "it must be written as a block, not as an expression";
  if (form === "any") return undefined;
  const given = formOf(typeOf());
  return given === "any" || given === form
    ? undefined
    : `it must be ${words[form]}, not ${words[given]}`;
}

/** Forms by type and path: accounts have the same resources in each region. */
const forms = new Cache<Form | "block">(2_000);

/** The form of the argument that a path leads to, or of an element of it. */
function formAt(
  schema: BlockSchema | undefined,
  [name = "", ...inner]: readonly string[],
): Form | "block" {
  const nested = schema?.blocks.get(name)?.block;
  if (nested !== undefined) {
    const [first = "", ...rest] = inner;
    const steps = /^\d+$/u.test(first) ? rest : inner;
    return steps.length === 0 ? "block" : formAt(nested, steps);
  }
  const kind = schema?.arguments.get(name)?.kind ?? "dynamic";
  if (inner.length === 0) return wanted[kind];
  return inner.length === 1 && (kind === "list" || kind === "map") ? "plain" : "any";
}
