import { isJsonObject } from "../../json/value";
import { InvalidEventPatternError, shown, UnknownOperatorError } from "./errors";
import { isComparable } from "./numeric";
import { textTest, type TextOperator, type ValueTest } from "./text-test";

const OPERATORS: readonly TextOperator[] = ["prefix", "suffix", "wildcard", "equals-ignore-case"];

/**
 * Reads the argument of `anything-but`: it passes every present value that is not excluded, of
 * whatever type. An absent key is no value, so it never passes.
 *
 * @throws InvalidEventPatternError when EventBridge would refuse the argument: an empty or mixed
 * list, null, a boolean, an empty prefix or suffix, or an operator it cannot negate
 */
export function parseAnythingBut(argument: unknown, path: string): ValueTest {
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
  const known = OPERATORS.find((each) => each === name);
  if (known === undefined || others.length > 0) {
    throw new UnknownOperatorError(path, Object.keys(argument).join(", "), OPERATORS);
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
