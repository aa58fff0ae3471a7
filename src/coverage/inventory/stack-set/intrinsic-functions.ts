import { isJsonObject } from "../../../json/value";
import { isPlainList, type PlainJson } from "./plain-json";
import { refuseTemplate } from "./template-error";

/** Resolves the argument of a function, or an entry of it. */
export type Resolve = (value: unknown, path: string) => PlainJson | undefined;

/** A text, as which CloudFormation writes numbers and booleans, too. @throws TemplateError for another value */
export function scalarIn(value: PlainJson | undefined, path: string): string {
  return value === undefined || typeof value === "object"
    ? refuseTemplate(path, "it must be a text")
    : String(value);
}

function textsIn(value: PlainJson | undefined, path: string): readonly string[] {
  return isPlainList(value)
    ? value.map((each, index) => scalarIn(each, `${path}.${index}`))
    : refuseTemplate(path, "it must be a list");
}

/** The entries that a function must have. @throws TemplateError where they are not so many */
function entriesOf(argument: unknown, number: number, path: string): readonly unknown[] {
  return Array.isArray(argument) && argument.length === number
    ? (argument as readonly unknown[])
    : refuseTemplate(path, `it must be a list of ${number}`);
}

function join(argument: unknown, path: string, resolve: Resolve): string {
  const [delimiter, values] = entriesOf(argument, 2, path);
  if (typeof delimiter !== "string") return refuseTemplate(`${path}.0`, "it must be a text");
  return textsIn(resolve(values, `${path}.1`), `${path}.1`).join(delimiter);
}

function split(argument: unknown, path: string, resolve: Resolve): readonly string[] {
  const [delimiter, value] = entriesOf(argument, 2, path);
  if (typeof delimiter !== "string" || delimiter === "") {
    return refuseTemplate(`${path}.0`, "it must be a text");
  }
  return scalarIn(resolve(value, `${path}.1`), `${path}.1`).split(delimiter);
}

function select(argument: unknown, path: string, resolve: Resolve): PlainJson {
  const [written, values] = entriesOf(argument, 2, path);
  const index = scalarIn(resolve(written, `${path}.0`), `${path}.0`);
  const list = resolve(values, `${path}.1`);
  if (!isPlainList(list)) return refuseTemplate(`${path}.1`, "it must be a list");
  return (
    (/^\d+$/u.test(index) ? list[Number(index)] : undefined) ??
    refuseTemplate(path, `the list has no entry ${index}`)
  );
}

/** Functions of which the value is made of their argument alone, by name. */
export const intrinsicFunctions: ReadonlyMap<
  string,
  (argument: unknown, path: string, resolve: Resolve) => PlainJson
> = new Map<string, (argument: unknown, path: string, resolve: Resolve) => PlainJson>([
  ["Fn::Join", join],
  ["Fn::Select", select],
  ["Fn::Split", split],
]);

/** A value of the section `Mappings`. @throws TemplateError */
export function mapped(
  mappings: unknown,
  argument: unknown,
  path: string,
  resolve: Resolve,
): PlainJson {
  const keys = entriesOf(argument, 3, path).map((key, index) =>
    scalarIn(resolve(key, `${path}.${index}`), `${path}.${index}`),
  );
  const found = keys.reduce<unknown>(
    (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    mappings,
  );
  const texts: unknown[] = Array.isArray(found) ? found : [found];
  if (!texts.every((each) => typeof each === "string" || typeof each === "number")) {
    return refuseTemplate(path, `Mappings have no value at ${keys.join(", ")}`);
  }
  return Array.isArray(found) ? texts : (texts[0] ?? "");
}

/**
 * A text of `Fn::Sub`, its variables replaced: `${!Name}` stands for `${Name}`.
 * @param valueOf - of a variable that the list form does not name
 */
export function substituted(
  argument: unknown,
  path: string,
  resolve: Resolve,
  valueOf: (variable: string) => string,
): string {
  const [text, variables] = Array.isArray(argument) ? entriesOf(argument, 2, path) : [argument, {}];
  if (typeof text !== "string" || !isJsonObject(variables)) {
    return refuseTemplate(path, "this form of it is not analyzed");
  }
  resolve(text, path);
  const own = new Map(
    Object.entries(variables).map(([name, value]) => [
      name,
      scalarIn(resolve(value, `${path}.1.${name}`), `${path}.1.${name}`),
    ]),
  );
  return text.replace(/\$\{(!?)([^}]*)(\}?)/gu, (_, literal: string, name: string, end: string) => {
    if (end === "") return refuseTemplate(path, "a variable does not end");
    return literal === "" ? (own.get(name) ?? valueOf(name)) : `\${${name}}`;
  });
}
