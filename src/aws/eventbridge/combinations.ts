import { InvalidEventPatternError } from "./errors";
import type { FieldCondition, PatternCondition } from "./parse-event-pattern";

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
  if (condition.kind === "any") return checkCount(parts.flat());
  return parts.reduce((left, right) => {
    checkSize(left.length * right.length);
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

function checkCount(all: readonly Combination[]): readonly Combination[] {
  checkSize(all.length);
  return all;
}

function checkSize(count: number): void {
  if (count > MAXIMUM_COMBINATIONS) {
    const found = `${count} combinations of $or arms`;
    throw new InvalidEventPatternError("the pattern", found, `at most ${MAXIMUM_COMBINATIONS}`);
  }
}
