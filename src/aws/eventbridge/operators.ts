import { isJsonObject, type JsonLeaf } from "../../json/value";
import { InvalidEventPatternError, shown, UnknownOperatorError } from "./errors";
import { isInBlock, parseCidrBlock, parseIpAddress } from "./ip-address";
import { text, type TextOperator, textTest, type ValueTest } from "./text-test";

/**
 * Numbers are compared between -5e9 and 5e9 only, both included.
 *
 * @see https://github.com/aws/event-ruler#numeric-matching
 */
const NUMERIC_BOUND = 5e9;

/** Whether EventBridge can compare the number by size. */
function isComparable(value: number): boolean {
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
function parseNumeric(argument: unknown, path: string): (value: number) => boolean {
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

const EXCLUDABLE: readonly TextOperator[] = ["prefix", "suffix", "wildcard", "equals-ignore-case"];

/**
 * Reads the argument of `anything-but`: it passes every present value that is not excluded, of
 * whatever type. An absent key has no value, so it never passes.
 *
 * @throws InvalidEventPatternError when EventBridge would refuse the argument: an empty or mixed
 * list, null, a boolean, an empty prefix or suffix, or an operator it cannot negate
 */
function parseAnythingBut(argument: unknown, path: string): ValueTest {
  const excluded = isJsonObject(argument) ? operator(argument, path) : values(argument, path);
  return (value) => !excluded(value);
}

function values(argument: unknown, path: string): ValueTest {
  const list = asList(argument);
  const areTexts = list.every((entry) => typeof entry === "string");
  const areNumbers = list.every((entry) => typeof entry === "number" && isComparable(entry));
  if (list.length === 0 || !(areTexts || areNumbers)) {
    const allowed = "a string, a number from -5e9 to 5e9, or a non-empty list of one of them";
    throw new InvalidEventPatternError(path, shown(argument), allowed);
  }
  const excluded = new Set(list);
  return (value) => excluded.has(value);
}

function operator(argument: Readonly<Record<string, unknown>>, path: string): ValueTest {
  const [[name, inner] = ["", undefined], ...others] = Object.entries(argument);
  const known = EXCLUDABLE.find((each) => each === name);
  if (known === undefined || others.length > 0) {
    throw new UnknownOperatorError(path, Object.keys(argument).join(", "), EXCLUDABLE);
  }
  const place = `${path}.${known}`;
  const list = asList(inner);
  const isEmptyAffix = known === "prefix" || known === "suffix" ? list.includes("") : false;
  if (list.length === 0 || isEmptyAffix) {
    throw new InvalidEventPatternError(place, shown(inner), "one or more non-empty strings");
  }
  const tests = list.map((entry) => textTest(known, entry, place));
  return (value) => tests.some((test) => test(value));
}

function asList(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? (argument as readonly unknown[]) : [argument];
}

/** One entry of a leaf's array: a test of a present value, and whether an absent key passes. */
export interface LeafMatcher {
  readonly matches: ValueTest;
  readonly matchesAbsent: boolean;
}

type OperatorParser = (argument: unknown, path: string) => LeafMatcher;

const operators: Readonly<Record<string, OperatorParser>> = {
  prefix: (argument, path) => present(affix("prefix", argument, path)),
  suffix: (argument, path) => present(affix("suffix", argument, path)),
  "equals-ignore-case": (argument, path) => present(textTest("equals-ignore-case", argument, path)),
  wildcard: (argument, path) => present(textTest("wildcard", argument, path)),
  "anything-but": (argument, path) => present(parseAnythingBut(argument, path)),
  numeric: (argument, path) => {
    const test = parseNumeric(argument, path);
    return present((value) => typeof value === "number" && test(value));
  },
  cidr: (argument, path) => {
    const block = parseCidrBlock(text(argument, path));
    if (typeof block === "string") {
      throw new InvalidEventPatternError(path, shown(argument), `an address block (${block})`);
    }
    return present((value) => typeof value === "string" && isInBlock(value, block));
  },
  exists: (argument, path) => {
    if (typeof argument !== "boolean") {
      throw new InvalidEventPatternError(path, shown(argument), "true or false");
    }
    return { matches: () => argument, matchesAbsent: !argument };
  },
};

/** The operators of event patterns, in the order of AWS's table. */
export const OPERATORS: readonly string[] = Object.keys(operators);

/**
 * Reads one entry of a leaf's array.
 *
 * @throws InvalidEventPatternError when it is neither a value nor one well-formed operator
 */
export function parseMatcher(entry: unknown, path: string): LeafMatcher {
  if (isLeaf(entry)) return present(exactly(entry));
  if (!isJsonObject(entry)) {
    throw new InvalidEventPatternError(path, shown(entry), "a value or an operator");
  }
  const [first, ...others] = Object.entries(entry);
  if (first === undefined || others.length > 0) {
    throw new InvalidEventPatternError(path, shown(entry), "an object with one operator");
  }
  const [name, argument] = first;
  const parse = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (parse === undefined) throw new UnknownOperatorError(path, name, OPERATORS);
  return parse(argument, `${path}.${name}`);
}

/** Two spellings of one IP address are equal to event-ruler, so they are here. */
function exactly(expected: JsonLeaf): ValueTest {
  const address = typeof expected === "string" ? parseIpAddress(expected) : undefined;
  if (address === undefined) return (value) => value === expected;
  return (value) => {
    const other = typeof value === "string" ? parseIpAddress(value) : undefined;
    return other?.bits === address.bits && other.value === address.value;
  };
}

function affix(side: "prefix" | "suffix", argument: unknown, path: string): ValueTest {
  if (!isJsonObject(argument)) return textTest(side, argument, path);
  const [[name, inner] = ["", undefined], ...others] = Object.entries(argument);
  if (name !== "equals-ignore-case" || others.length > 0) {
    throw new UnknownOperatorError(path, Object.keys(argument).join(", "), ["equals-ignore-case"]);
  }
  const folded = text(inner, `${path}.${name}`).toLowerCase();
  const test = textTest(side, folded, path);
  return (value) => typeof value === "string" && test(value.toLowerCase());
}

function present(matches: ValueTest): LeafMatcher {
  return { matches, matchesAbsent: false };
}

function isLeaf(entry: unknown): entry is JsonLeaf {
  return entry === null || ["string", "number", "boolean"].includes(typeof entry);
}
