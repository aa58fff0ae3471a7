import { finding, type Finding } from "../finding";
import {
  argumentLimits,
  schemaOf,
  type ArgumentKind,
  type BlockSchema,
  type NestedSchema,
} from "../resource-types";
import { attributeNames, dynamicBlocks } from "./instances";
import { isNumber, limitProblems, shown } from "./limit-problems";
import type { StackScope } from "./stack-scope";
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
    const generated = dynamicBlocks(instance.body);
    const problems = [
      ...blockProblems(schema, written, generated, ""),
      ...limitProblems(argumentLimits[instance.type] ?? {}, written, generated),
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
