import { finding, type Finding } from "../finding";
import { argumentLimits, schemaOf, type BlockSchema, type NestedSchema } from "../resource-types";
import { kindWanted } from "./argument-kinds";
import { isDuration } from "./durations";
import { attributeNames, dynamicBlocks } from "./instances";
import { limitProblems, shown } from "./limit-problems";
import { blocksOf } from "./nested-blocks";
import { planProblems } from "./plan-refusals";
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
      ...timeoutProblems(written["timeouts"]),
      ...planProblems(instance.type, written),
    ];
    return problems.map((problem) => finding("terraform-refuses", place, problem));
  });
}

/** How long to wait is a duration in each type that has such a block. */
function timeoutProblems(timeouts: Value): readonly string[] {
  return (blocksOf(timeouts) ?? []).flatMap((block) =>
    Object.entries(block)
      .filter(([, time]) => typeof time !== "object" && !isDuration(String(time)))
      .map(
        ([name, time]) => `timeouts.${name} must be a duration such as 1h30m, not ${shown(time)}`,
      ),
  );
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
    if (schema.blocks.has(name) || name === "//") return [];
    const place = `${path}${name}`;
    if (argument === undefined) return [`${place}: the provider has no such argument`];
    if ((value ?? null) === null) return [];
    if (argument.use === "computed") return [`${place}: the provider sets it`];
    const wanted = kindWanted(value, name, argument.kind);
    return wanted === undefined ? [] : [`${place} must be ${wanted}, not ${shown(value)}`];
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
