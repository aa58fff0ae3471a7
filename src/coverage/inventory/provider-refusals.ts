import { isProviderArn } from "../../aws/arn";
import { jsonIn, shownJson } from "../../json/value";
import { finding, type Finding } from "../finding";
import {
  argumentLimits,
  schemaOf,
  type ArgumentForm,
  type ArgumentKind,
  type BlockSchema,
  type NestedSchema,
  type ValueForm,
} from "../resource-types";
import { attributeNames, dynamicBlocks } from "./instances";
import type { Instance, StackScope } from "./stack-scope";
import { isList, isObjectValue, isUnresolved, type Value, type ValueObject } from "./value";

/** Arguments that the provider refuses before it calls AWS. */
export function providerRefusals(scope: StackScope): readonly Finding[] {
  return scope.instances.flatMap((instance) => {
    const schema = schemaOf(instance.type);
    if (schema === undefined) return [];
    const place = { stack: scope.stack.name, address: instance.address };
    const names = attributeNames(instance.body);
    const written = Object.fromEntries(
      names.map((name) => [name, scope.attribute(instance, name)] as const),
    );
    const problems = [
      ...blockProblems(schema, written, dynamicBlocks(instance.body), ""),
      ...limitProblems(instance, written),
    ];
    return problems.map((problem) => finding("terraform-refuses", place, problem));
  });
}

function blockProblems(
  schema: BlockSchema,
  written: ValueObject,
  generated: readonly string[],
  path: string,
): readonly string[] {
  const isSet = (name: string): boolean => (written[name] ?? null) !== null;
  const missing = [...schema.arguments]
    .filter(([name, { use }]) => use === "required" && !isSet(name))
    .map(([name]) => `${path}${name} is missing`);
  const found = Object.entries(written).flatMap(([name, value]): readonly string[] => {
    const argument = schema.arguments.get(name);
    if (schema.blocks.has(name) || name === "//" || (value ?? null) === null) return [];
    const place = `${path}${name}`;
    if (argument === undefined) return [`${place}: the provider has no such argument`];
    if (argument.use === "computed") return [`${place}: the provider sets it`];
    if (!isOfKind(value, argument.kind)) {
      return [`${place} must be ${kinds[argument.kind]}, not ${shown(value)}`];
    }
    const isWhole = argument.kind !== "number" || isUnresolved(value) || name === FRACTION;
    return isWhole || Number.isInteger(Number(value))
      ? []
      : [`${place} must be a whole number, not ${shown(value)}`];
  });
  const nested = [...schema.blocks].flatMap(([name, inner]) =>
    generated.includes(name) ? [] : nestedProblems(inner, written[name], `${path}${name}`),
  );
  const unknown = generated
    .filter((name) => !schema.blocks.has(name) && name !== "//")
    .map((name) => `${path}dynamic.${name}: the provider has no such block`);
  return [...missing, ...found, ...nested, ...unknown];
}

function nestedProblems(
  { least, most, block }: NestedSchema,
  value: Value,
  path: string,
): readonly string[] {
  if (isUnresolved(value) || (isList(value) && value.some(isUnresolved))) return [];
  const all = blocksOf(value);
  if (all === undefined) return [`${path} must be a block, not ${shown(value)}`];
  const number =
    all.length < least
      ? [`${path} is missing`]
      : most !== undefined && all.length > most
        ? [`${path} stands ${all.length} times, at most ${most} is allowed`]
        : [];
  return [
    ...number,
    ...all.flatMap((each) => {
      const { dynamic, ...written } = each;
      const generated = isObjectValue(dynamic) ? Object.keys(dynamic) : [];
      return dynamic === undefined || isObjectValue(dynamic)
        ? blockProblems(block, written, generated, `${path}.`)
        : [];
    }),
  ];
}

/** Blocks of a name: none, one, or a list; undefined where it is something else. */
function blocksOf(value: Value): readonly ValueObject[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isList(value)) return isObjectValue(value) ? [value] : undefined;
  // An array inside is one block whose members add up.
  const blocks = value.map((each) => {
    if (!isList(each)) return each ?? {};
    return each.every(isObjectValue) ? (Object.assign({}, ...each) as ValueObject) : undefined;
  });
  return blocks.every(isObjectValue) ? blocks : undefined;
}

/** The one argument of the registered types that may be a fraction, an alarm's. */
const FRACTION = "threshold";

const kinds: Readonly<Record<ArgumentKind, string>> = {
  string: "a text",
  number: "a number",
  bool: "true or false",
  list: "a list",
  map: "a map",
  object: "a map",
  dynamic: "a value",
};

/** Terraform makes texts of numbers and the other way; it makes no list of a text. */
function isOfKind(value: Value, kind: ArgumentKind): boolean {
  if (isUnresolved(value)) return true;
  switch (kind) {
    case "string":
      return typeof value !== "object";
    case "number":
      return typeof value === "number" || (typeof value === "string" && isNumber(value));
    case "bool":
      return [true, false, "true", "false"].some((each) => each === value);
    case "list":
      return isList(value);
    case "map":
    case "object":
      return isObjectValue(value);
    case "dynamic":
      return true;
  }
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && !Number.isNaN(Number(text));
}

function limitProblems({ type, body }: Instance, written: ValueObject): readonly string[] {
  const { forms = {}, exclusive = [], oneOf = [] } = argumentLimits[type] ?? {};
  const generated = dynamicBlocks(body);
  const set = (path: string): boolean =>
    generated.includes(path) || valuesAt(written, path).some((value) => !isAbsent(value));
  return [
    ...Object.entries(forms).flatMap(([path, form]) =>
      valuesAt(written, path).flatMap((value) => {
        if (isUnresolved(value) || isAbsent(value)) return [];
        const wanted = isFormOfEach(form) ? listWanted(value, form) : wantedOf(value, form);
        return wanted === undefined ? [] : [`${path} must be ${wanted}, not ${shown(value)}`];
      }),
    ),
    ...exclusive
      .map((names) => names.filter(set))
      .filter((names) => names.length > 1)
      .map(([first = "", ...others]) => `${first} conflicts with ${others.join(", ")}`),
    ...oneOf
      .filter((names) => !names.some(set))
      .map((names) => `one of ${names.join(", ")} must be there`),
  ];
}

/** A value as it is written, as much of it as a reader needs. */
function shown(value: Value): string {
  const text = isUnresolved(value) ? value.expression : shownJson(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isAbsent(value: Value): boolean {
  return value === undefined || value === null || (isList(value) && value.length === 0);
}

/** The values at a path, one for each of the blocks on the way. */
function valuesAt(written: ValueObject, path: string): readonly Value[] {
  return path
    .split(".")
    .reduce<readonly Value[]>(
      (values, name) =>
        values.flatMap((value) =>
          (isList(value) ? value : [value]).flatMap((each) =>
            isObjectValue(each) && Object.hasOwn(each, name) ? [each[name]] : [],
          ),
        ),
      [written],
    );
}

type ListForm = Extract<ArgumentForm, { readonly each: unknown }>;

function isFormOfEach(form: ArgumentForm): form is ListForm {
  return typeof form === "object" && "each" in form;
}

/** What the provider wants instead of a list; another value than a list is refused by its kind. */
function listWanted(value: Value, { each, most = Infinity }: ListForm): string | undefined {
  if (!isList(value)) return undefined;
  if (value.length > most) return `a list of at most ${most}`;
  return value
    .filter((item) => !isUnresolved(item))
    .map((item) => wantedOf(item, each))
    .find((wanted) => wanted !== undefined);
}

/** What the provider wants instead of a value; undefined where it accepts it. */
function wantedOf(value: Value, form: ValueForm): string | undefined {
  if (value === null || typeof value === "object" || value === undefined) return undefined;
  const text = String(value);
  if (form === "arn") return text === "" || isProviderArn(text) ? undefined : "an ARN";
  if (form === "json") return text === "" || jsonIn(text) !== undefined ? undefined : "JSON";
  if ("json" in form) {
    const json = jsonIn(text);
    if (text !== "" && json === undefined) return "JSON";
    const isShort = text === "" || JSON.stringify(json).length <= form.longest;
    return isShort ? undefined : `at most ${form.longest} characters`;
  }
  if ("allowed" in form && !("longest" in form)) {
    return form.allowed.test(text) ? undefined : `a text that fits ${form.allowed.source}`;
  }
  if ("longest" in form) {
    const { longest, shortest = 0, allowed } = form;
    const isFit = text.length <= longest && text.length >= shortest;
    if (isFit && (allowed === undefined || allowed.test(text))) return undefined;
    const signs = allowed === undefined ? "" : ` that fit ${allowed.source}`;
    return `${shortest} to ${longest} characters${signs}`;
  }
  if ("from" in form || "to" in form) {
    const { from = -Infinity, to = Infinity } = form;
    if (!isNumber(text) || (Number(text) >= from && Number(text) <= to)) return undefined;
    return to === Infinity ? `${from} or more` : `${from} to ${to}`;
  }
  const allowed = form as readonly string[];
  return allowed.includes(text) ? undefined : `one of ${allowed.join(", ")}`;
}
