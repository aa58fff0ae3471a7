import { deepestJson } from "../../../json/value";

/** What an expression is worth; undefined where that is not known, or not worked out here. */
export type Constant = string | number | boolean | null | Sequence | Mapping | undefined;

/** A value that has elements in an order; those of a set are known by their values alone. */
export interface Sequence {
  readonly kind: "tuple" | "list" | "set";
  readonly items: readonly Constant[];
}

/** A value that has elements by names; those of an object may be of several types. */
export interface Mapping {
  readonly kind: "object" | "map";
  readonly entries: ReadonlyMap<string, Constant>;
}

export function isCollection(value: Constant): value is Sequence | Mapping {
  return typeof value === "object" && value !== null;
}

export function isSequence(value: Constant): value is Sequence {
  return isCollection(value) && "items" in value;
}

export function isMapping(value: Constant): value is Mapping {
  return isCollection(value) && "entries" in value;
}

export function tuple(items: readonly Constant[]): Sequence {
  return { kind: "tuple", items };
}

/** The elements of a collection. */
export function elementsOf(value: Sequence | Mapping): readonly Constant[] {
  return isSequence(value) ? value.items : [...value.entries.values()];
}

/** The entries of a mapping by their names, in the order in which Terraform goes through them. */
export function inOrder({ entries }: Mapping): readonly (readonly [string, Constant])[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The values that a value has in it, itself with it; of one collection they are counted once. */
export function weightOf(value: Constant): number {
  if (!isCollection(value)) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  const weight = elementsOf(value).reduce<number>((sum, item) => sum + weightOf(item), 1);
  weights.set(value, weight);
  return weight;
}

const weights = new WeakMap<Sequence | Mapping, number>();

/** Whether a value is known with all that is in it. */
export function isWhole(value: Constant): boolean {
  if (value === undefined) return false;
  return !isCollection(value) || elementsOf(value).every(isWhole);
}

/** A number that is written, if this arithmetic can hold it: that of Terraform has more digits. */
export function written(number: number): number | undefined {
  const isFraction = Number.isFinite(number) && !Number.isInteger(number);
  return Number.isSafeInteger(number) || isFraction ? number : undefined;
}

/** What a value is, in words. */
export function kindOf(value: Constant): string {
  if (value === undefined) return "a value that is not known";
  if (value === null) return "null";
  if (isCollection(value)) return value.kind === "object" ? "an object" : `a ${value.kind}`;
  return { string: "a text", number: "a number", boolean: "true or false" }[typeOfPlain(value)];
}

function typeOfPlain(value: string | number | boolean): "string" | "number" | "boolean" {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}

/** A value of JSON, whose lists are tuples and whose maps are objects. */
export function fromJson(json: unknown, depth = 0): Constant {
  if (depth > deepestJson) return undefined;
  if (Array.isArray(json)) return tuple(json.map((item) => fromJson(item, depth + 1)));
  if (typeof json === "object" && json !== null) {
    const entries = Object.entries(json).map(
      ([name, value]) => [name, fromJson(value, depth + 1)] as const,
    );
    return { kind: "object", entries: new Map(entries) };
  }
  if (typeof json === "number") return written(json);
  return typeof json === "string" || typeof json === "boolean" ? json : null;
}

/** Whether two values are the same; undefined where that is not certain. */
export function areSame(one: Constant, other: Constant): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (isCollection(one) || isCollection(other)) return areOther(one, other) ? false : undefined;
  const isExact = (value: Constant): boolean =>
    typeof value !== "number" || Number.isInteger(value);
  return one === other && !isExact(one) ? undefined : one === other;
}

/** Whether two values, of which one is a collection, are not the same, whatever the types of both are. */
function areOther(one: Constant, other: Constant): boolean {
  if (!isCollection(one) || !isCollection(other)) return true;
  if (isMapping(one) !== isMapping(other)) return true;
  if ([one, other].some(({ kind }) => kind === "set")) return false;
  if (!haveSameForm(one, other)) return true;
  return isMapping(one) && isMapping(other)
    ? [...one.entries].some(([key, item]) => areSame(item, other.entries.get(key)) === false)
    : elementsOf(one).some((item, at) => areSame(item, elementsOf(other)[at]) === false);
}

/** Whether Terraform finds no type that both values have, be it for the two results of a condition. */
export function areOfNoCommonType(one: Constant, other: Constant): boolean {
  if ((one ?? null) === null || (other ?? null) === null) return false;
  if (!isCollection(one) || !isCollection(other)) {
    const types = [typeof one, typeof other].sort().join();
    return isCollection(one) !== isCollection(other) || types === "boolean,number";
  }
  if (isMapping(one) !== isMapping(other)) return true;
  // Of another form they have a list or a map in common, whose elements are of one type.
  if (!haveSameForm(one, other)) {
    return haveNoCommonType([...elementsOf(one), ...elementsOf(other)]);
  }
  return isMapping(one) && isMapping(other)
    ? [...one.entries].some(([key, item]) => areOfNoCommonType(item, other.entries.get(key)))
    : elementsOf(one).some((item, at) => areOfNoCommonType(item, elementsOf(other)[at]));
}

function haveSameForm(one: Sequence | Mapping, other: Sequence | Mapping): boolean {
  return isMapping(one) && isMapping(other)
    ? hasSameKeys(one, other)
    : elementsOf(one).length === elementsOf(other).length;
}

/** Whether values have no type in common; a text beside numbers and truth values makes texts of all. */
export function haveNoCommonType(values: readonly Constant[]): boolean {
  const given = values.filter((value) => (value ?? null) !== null);
  const hasText = given.some((value) => typeof value === "string");
  if (hasText && !given.some(isCollection)) return false;
  const [first] = given;
  return given.some((value) => areOfNoCommonType(first, value));
}

export function hasSameKeys(one: Mapping, other: Mapping): boolean {
  return (
    one.entries.size === other.entries.size &&
    [...one.entries.keys()].every((key) => other.entries.has(key))
  );
}
