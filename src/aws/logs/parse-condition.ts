import { InvalidFilterPatternError, unexpected } from "./errors";
import {
  COMPARISON_OPERATORS,
  type ComparisonOperator,
  type FilterCondition,
} from "./filter-pattern";
import { parseSelector } from "./parse-selector";
import { parseTerm } from "./parse-term";
import type { PatternReader } from "./pattern-reader";

const states: ReadonlyMap<string, boolean | null> = new Map([
  ["NULL", null],
  ["TRUE", true],
  ["FALSE", false],
]);

const ALLOWED = `${COMPARISON_OPERATORS.join(" ")}, IS NULL, IS TRUE, IS FALSE, NOT EXISTS`;

/**
 * Reads one condition: a selector and what is asked of its field. `IS NOT` and `EXISTS` are
 * refused: CloudWatch Logs does not have them. For a field that is there, `= *` asks.
 *
 * @throws InvalidFilterPatternError for anything else
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export function parseCondition(reader: PatternReader): FilterCondition {
  const steps = parseSelector(reader);
  const isApart = reader.skipSpaces();
  const place = { offset: reader.offset, rest: reader.rest };
  const sign = reader.match(/[=!<>~]+/y);
  if (sign !== undefined) {
    if (!isOperator(sign)) throw unknownOperator(place.offset, sign);
    reader.skipSpaces();
    return { kind: "comparison", steps, operator: sign, term: parseTerm(reader, sign) };
  }
  const words = isApart ? reader.match(/[A-Za-z]+(?: +[A-Za-z]+)*/y) : undefined;
  if (words === undefined) throw unexpected(place, ALLOWED);
  const [first, second, ...others] = words.split(/ +/);
  const state = first === "IS" && second !== undefined ? states.get(second) : undefined;
  if (others.length === 0) {
    if (state !== undefined) return { kind: "is", steps, value: state };
    if (first === "NOT" && second === "EXISTS") return { kind: "not-exists", steps };
  }
  throw unknownOperator(place.offset, words);
}

function isOperator(sign: string): sign is ComparisonOperator {
  return COMPARISON_OPERATORS.some((operator) => operator === sign);
}

function unknownOperator(offset: number, operator: string): InvalidFilterPatternError {
  return new InvalidFilterPatternError(offset, `the unknown operator '${operator}'`, ALLOWED);
}
