import { isJsonObject, type JsonLeaf } from "../../json/value";
import { parseAnythingBut } from "./anything-but";
import { InvalidEventPatternError, shown, UnknownOperatorError } from "./errors";
import { isInBlock, parseCidrBlock, parseIpAddress } from "./ip-address";
import { parseNumeric } from "./numeric";
import { text, textTest, type ValueTest } from "./text-test";

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
