import { isJsonObject } from "../../json/value";
import { InvalidEventPatternError, shown } from "./errors";
import { type LeafMatcher, OPERATORS, parseMatcher } from "./operators";

/** A field's condition: one of its matchers must match. */
export interface FieldCondition {
  readonly kind: "field";
  /** The keys from the event's root, joined by dots, as reports show it. */
  readonly path: string;
  readonly keys: readonly string[];
  readonly matchers: readonly LeafMatcher[];
  /** The condition as it stands in the pattern, compact JSON. */
  readonly expected: string;
}

/** A pattern as a tree: fields joined by "and", `$or` by "or". */
export type PatternCondition =
  | FieldCondition
  | { readonly kind: "all"; readonly conditions: readonly PatternCondition[] }
  | {
      readonly kind: "any";
      readonly path: string;
      readonly conditions: readonly PatternCondition[];
    };

// event-ruler keeps these for itself inside `$or`, on top of the operators' names.
const RESERVED_IN_OR = new Set([
  ...OPERATORS,
  ...["exactly", "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"],
]);

/**
 * Reads an event pattern, and refuses what it does not know.
 *
 * A key with a dot is refused: event-ruler reads it as a nested path and its page advises not to rely on it.
 * So is `$or` as an ordinary field.
 *
 * @throws InvalidEventPatternError with the place, what was found and what is allowed
 * @throws UnknownOperatorError for an operator that is not in AWS's table
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function parseEventPattern(json: unknown): PatternCondition {
  return parseObject(json, [], false);
}

function parseObject(json: unknown, keys: readonly string[], isInOr: boolean): PatternCondition {
  const place = keys.join(".") || "the pattern";
  if (!isJsonObject(json) || Object.keys(json).length === 0) {
    throw new InvalidEventPatternError(place, shown(json), "an object with at least one field");
  }
  const conditions = Object.entries(json).map(([key, value]) => {
    const path = [...keys, key].join(".");
    if (key === "$or") return parseOr(value, keys, path);
    if (key.includes(".")) {
      throw new InvalidEventPatternError(path, "a key with a dot", "nested objects");
    }
    if (isInOr && RESERVED_IN_OR.has(key)) {
      throw new InvalidEventPatternError(path, "a reserved name inside $or", "field names");
    }
    return isJsonObject(value)
      ? parseObject(value, [...keys, key], isInOr)
      : parseField(value, [...keys, key], path);
  });
  return { kind: "all", conditions };
}

function parseOr(value: unknown, keys: readonly string[], path: string): PatternCondition {
  if (!Array.isArray(value) || value.length < 2) {
    throw new InvalidEventPatternError(path, shown(value), "an array of two or more objects");
  }
  const arms: readonly unknown[] = value;
  return { kind: "any", path, conditions: arms.map((arm) => parseObject(arm, keys, true)) };
}

function parseField(value: unknown, keys: readonly string[], path: string): FieldCondition {
  if (!Array.isArray(value) || value.length === 0) {
    const allowed = "a non-empty array of values and operators, or an object";
    throw new InvalidEventPatternError(path, shown(value), allowed);
  }
  const entries: readonly unknown[] = value;
  const matchers = entries.map((entry, index) => parseMatcher(entry, `${path}[${index}]`));
  return { kind: "field", path, keys, matchers, expected: JSON.stringify(value) };
}

/** Combinations of `$or` arms that are followed; EventBridge has a limit of this order. */
const MAXIMUM_COMBINATIONS = 1000;

/** Fields that must all match, sorted by path. */
export type Combination = readonly FieldCondition[];

/**
 * Multiplies a pattern out: one combination for each choice of `$or` arms, as event-ruler does.
 *
 * @throws InvalidEventPatternError when there are too many, or when one combination has two
 * conditions on one path: EventBridge keeps only the last of them, silently
 */
export function combinations(pattern: PatternCondition): readonly Combination[] {
  const all = expand(pattern);
  return all.map((fields) => [...fields].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

function expand(condition: PatternCondition): readonly Combination[] {
  if (condition.kind === "field") return [[condition]];
  const parts = condition.conditions.map(expand);
  if (condition.kind === "any") return withinLimit(parts.flat());
  return parts.reduce((left, right) => {
    refuseTooMany(left.length * right.length);
    return left.flatMap((some) => right.map((others) => join(some, others)));
  });
}

function join(some: Combination, others: Combination): Combination {
  const taken = new Set(some.map((field) => field.path));
  const twice = others.find((field) => taken.has(field.path));
  if (twice !== undefined) {
    const found = "conditioned twice, beside and inside $or";
    throw new InvalidEventPatternError(twice.path, found, "one condition for each path");
  }
  return [...some, ...others];
}

function withinLimit(all: readonly Combination[]): readonly Combination[] {
  refuseTooMany(all.length);
  return all;
}

function refuseTooMany(count: number): void {
  if (count > MAXIMUM_COMBINATIONS) {
    const found = `${count} combinations of $or arms`;
    throw new InvalidEventPatternError("the pattern", found, `at most ${MAXIMUM_COMBINATIONS}`);
  }
}
