import {
  elementsOf,
  hasSameKeys,
  haveNoCommonType,
  isCollection,
  isMapping,
  isSequence,
  kindOf,
  written,
  type Constant,
  type Mapping,
  type Sequence,
} from "./constant";
import { inPlace, refuse } from "./refusal";
import type { Attribute, Type } from "./types";

/**
 * What Terraform makes of a value where it wants a type; null is of any type.
 * @throws RefusalError where it makes nothing of it
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-primitive-types
 */
export function converted(value: Constant, type: Type): Constant {
  if (value === undefined || value === null) return value;
  switch (type.is) {
    case "any":
      return value;
    case "string":
      return textOf(value);
    case "number":
      return numberOf(value);
    case "bool":
      return truthOf(value);
    case "list":
    case "set":
      return isSequence(value) ? elementsAs(value, type.is, type.of) : refuseKind(value, type.is);
    case "map":
      return isMapping(value) ? valuesAs(value, type.of) : refuseKind(value, "map");
    case "tuple":
      return isSequence(value) ? tupleAs(value, type.items) : refuseKind(value, "tuple");
    case "object":
      return isMapping(value) ? objectAs(value, type.attributes) : refuseKind(value, "object");
  }
}

function refuseKind(value: Constant, wanted: string): never {
  return refuse(
    `${wanted === "object" ? "an object" : `a ${wanted}`} is wanted, not ${kindOf(value)}`,
  );
}

function textOf(value: NonNullable<Constant>): Constant {
  if (isCollection(value)) return refuseKind(value, "text");
  if (typeof value !== "number") return String(value);
  const text = String(value);
  // Terraform writes no exponents, and more digits.
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? text : undefined;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

function numberOf(value: NonNullable<Constant>): Constant {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return refuseKind(value, "number");
  if (NUMBER.test(value)) return written(Number(value));
  if (/^[+-]?[Ii]nf$/u.test(value)) return value.startsWith("-") ? -Infinity : Infinity;
  // Exponents of two.
  return /\dp/iu.test(value) ? undefined : refuse("a number is wanted, not another text");
}

const truths: ReadonlyMap<Constant, boolean> = new Map<Constant, boolean>([
  [true, true],
  ["true", true],
  ["1", true],
  [false, false],
  ["false", false],
  ["0", false],
]);

function truthOf(value: NonNullable<Constant>): Constant {
  const truth = truths.get(value);
  if (truth !== undefined) return truth;
  return refuse(
    `true or false is wanted, not ${typeof value === "string" ? "another text" : kindOf(value)}`,
  );
}

function elementsAs(value: Sequence, kind: "list" | "set", of: Type): Constant {
  const items = withOneType(
    value.items.map((item) => converted(item, of)),
    of,
  );
  return { kind, items: kind === "set" ? distinct(items) : items };
}

function valuesAs(value: Mapping, of: Type): Constant {
  const names = [...value.entries.keys()];
  const items = withOneType(
    elementsOf(value).map((item) => converted(item, of)),
    of,
  );
  return { kind: "map", entries: new Map(names.map((name, at) => [name, items[at]])) };
}

/** Elements of one type; which one that is, where it is not said, is not worked out. */
function withOneType(items: readonly Constant[], of: Type): readonly Constant[] {
  if (of.is !== "any") return items;
  if (haveNoCommonType(items)) return refuse("all elements must be of one type");
  const given = items.filter((item) => item !== null);
  const isPlain = given.every((item) => item !== undefined && !isCollection(item));
  if (isPlain && given.some((item) => typeof item === "string")) {
    return items.map((item) => converted(item, { is: "string" }));
  }
  if (isPlain) return items;
  const objects = items.filter(isMapping);
  return objects.length === items.length ? asAlike(objects) : items.map(() => undefined);
}

/** Objects of the same attributes, each attribute of one type; others are not known. */
function asAlike(objects: readonly Mapping[]): readonly Constant[] {
  const [first] = objects;
  if (first === undefined || !objects.every((each) => hasSameKeys(first, each))) {
    return objects.map(() => undefined);
  }
  const columns = [...first.entries.keys()].map((name) => {
    const values = objects.map(({ entries }) => entries.get(name));
    return [name, withOneType(values, { is: "any" })] as const;
  });
  return objects.map(({ kind }, at) => ({
    kind,
    entries: new Map(columns.map(([name, values]) => [name, values[at]])),
  }));
}

/** What a set has of elements; in the order of texts, as Terraform shows them. */
function distinct(items: readonly Constant[]): readonly Constant[] {
  const once = [...new Set(items)];
  return once.every((item) => typeof item === "string") ? once.sort() : once;
}

function tupleAs(value: Sequence, types: readonly Type[]): Constant {
  if (value.kind !== "tuple") return undefined;
  if (value.items.length !== types.length) {
    return refuse(`a tuple of ${types.length} elements is wanted, not of ${value.items.length}`);
  }
  return { kind: "tuple", items: types.map((type, index) => converted(value.items[index], type)) };
}

function objectAs({ entries }: Mapping, attributes: ReadonlyMap<string, Attribute>): Constant {
  const missing = [...attributes].filter(
    ([name, { isOptional }]) => !isOptional && !entries.has(name),
  );
  if (missing.length > 0) {
    return refuse(`the object lacks ${missing.map(([name]) => name).join(", ")}`);
  }
  const kept = [...attributes].map(([name, { type }]) => {
    // A default of an attribute is not worked out.
    return [
      name,
      entries.has(name) ? inAttribute(name, entries.get(name), type) : undefined,
    ] as const;
  });
  return { kind: "object", entries: new Map(kept) };
}

function inAttribute(name: string, value: Constant, type: Type): Constant {
  return inPlace(name, () => converted(value, type));
}
