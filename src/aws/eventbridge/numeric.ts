import { InvalidEventPatternError, shown } from "./errors";

/**
 * Numbers are compared between -5e9 and 5e9 only, both included.
 *
 * @see https://github.com/aws/event-ruler#numeric-matching
 */
const NUMERIC_BOUND = 5e9;

/** Whether EventBridge can compare the number by size. */
export function isComparable(value: number): boolean {
  return Math.abs(value) <= NUMERIC_BOUND;
}

const compare: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  "=": (value, bound) => value === bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

const ALLOWED =
  'one of = < <= > >= with a number from -5e9 to 5e9, or a range with its lower bound first, such as [">", 0, "<=", 5]';

/**
 * Reads the argument of `numeric`.
 *
 * @throws InvalidEventPatternError when it is malformed, out of bounds or an empty range
 */
export function parseNumeric(argument: unknown, path: string): (value: number) => boolean {
  if (!Array.isArray(argument)) throw malformed(path, argument);
  const parts: readonly unknown[] = argument;
  const [lower, low, upper, high] = parts;
  const atLeast = comparison(path, argument, lower, low);
  if (parts.length === 2) return atLeast.test;
  const atMost = comparison(path, argument, upper, high);
  const isRange =
    parts.length === 4 &&
    atLeast.operator.startsWith(">") &&
    atMost.operator.startsWith("<") &&
    atLeast.bound < atMost.bound;
  if (!isRange) throw malformed(path, argument);
  return (value) => atLeast.test(value) && atMost.test(value);
}

function comparison(path: string, argument: unknown, operator: unknown, bound: unknown) {
  const test =
    typeof operator === "string" && Object.hasOwn(compare, operator)
      ? compare[operator]
      : undefined;
  if (typeof operator !== "string" || test === undefined) throw malformed(path, argument);
  if (typeof bound !== "number" || !isComparable(bound)) throw malformed(path, argument);
  return {
    operator,
    bound,
    test: (value: number) => isComparable(value) && test(value, bound),
  };
}

function malformed(path: string, argument: unknown): InvalidEventPatternError {
  return new InvalidEventPatternError(path, `the numeric ${shown(argument)}`, ALLOWED);
}
