import type { JsonLeaf } from "../../json/value";
import { InvalidEventPatternError, shown } from "./errors";
import { fitsWildcard, parseWildcard } from "./wildcard";

/** Whether a present leaf value passes. */
export type ValueTest = (value: JsonLeaf) => boolean;

/** The operators that compare strings; a number, boolean or null never passes them. */
export type TextOperator = "prefix" | "suffix" | "equals-ignore-case" | "wildcard";

/**
 * Reads the string argument of an operator that compares strings.
 *
 * @throws InvalidEventPatternError when it is not a string, or a malformed wildcard
 */
export function textTest(operator: TextOperator, argument: unknown, path: string): ValueTest {
  const expected = text(argument, path);
  const test = comparisons[operator](expected, path);
  return (value) => typeof value === "string" && test(value);
}

/** @throws InvalidEventPatternError when the argument is not a string */
export function text(argument: unknown, path: string): string {
  if (typeof argument === "string") return argument;
  throw new InvalidEventPatternError(path, shown(argument), "a string");
}

const comparisons: Readonly<
  Record<TextOperator, (expected: string, path: string) => (value: string) => boolean>
> = {
  prefix: (expected) => (value) => value.startsWith(expected),
  suffix: (expected) => (value) => value.endsWith(expected),
  "equals-ignore-case": (expected) => {
    const folded = expected.toLowerCase();
    return (value) => value.toLowerCase() === folded;
  },
  wildcard: (expected, path) => {
    const pieces = parseWildcard(expected);
    if (typeof pieces === "string") {
      throw new InvalidEventPatternError(path, shown(expected), `a wildcard (${pieces})`);
    }
    return (value) => fitsWildcard(value, pieces);
  },
};
