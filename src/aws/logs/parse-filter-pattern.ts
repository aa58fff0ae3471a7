import type { JsonStep } from "../../json/path";
import { InvalidFilterPatternError, notForJson, tooLong, unexpected } from "./errors";
import {
  COMPARISON_OPERATORS,
  type ComparisonOperator,
  FILTER_PATTERN_LIMIT,
  type FilterCondition,
} from "./filter-pattern";
import { parseTerm, PatternReader } from "./filter-term";

/**
 * Reads a filter pattern for JSON, and refuses what it does not understand. `&&` binds tighter
 * than `||`, parentheses tighter than both.
 *
 * @throws InvalidFilterPatternError with what was found, where, and what is allowed
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export function parseFilterPattern(pattern: string): FilterCondition {
  if (pattern.length > FILTER_PATTERN_LIMIT) throw tooLong(pattern);
  const reader = new PatternReader(pattern);
  if (!reader.take("{")) throw notForJson(pattern);
  const condition = parseAny(reader);
  if (!reader.take("}")) throw unexpected(reader, "&&, || or }");
  if (reader.rest !== "") throw unexpected(reader, "nothing after the last }");
  return condition;
}

function parseAny(reader: PatternReader): FilterCondition {
  const conditions = [parseAll(reader)];
  while (reader.take("||")) conditions.push(parseAll(reader));
  return joined("any", conditions);
}

function parseAll(reader: PatternReader): FilterCondition {
  const conditions = [parseOne(reader)];
  while (reader.take("&&")) conditions.push(parseOne(reader));
  return joined("all", conditions);
}

function parseOne(reader: PatternReader): FilterCondition {
  reader.skipSpaces();
  const condition = reader.take("(") ? parseParenthesis(reader) : parseCondition(reader);
  reader.skipSpaces();
  return condition;
}

function parseParenthesis(reader: PatternReader): FilterCondition {
  const condition = parseAny(reader);
  if (!reader.take(")")) throw unexpected(reader, "&&, || or )");
  return condition;
}

function joined(kind: "all" | "any", conditions: readonly FilterCondition[]): FilterCondition {
  const [first, ...others] = conditions;
  return first !== undefined && others.length === 0 ? first : { kind, conditions };
}

const states: ReadonlyMap<string, boolean | null> = new Map([
  ["NULL", null],
  ["TRUE", true],
  ["FALSE", false],
]);

const ALLOWED = `${COMPARISON_OPERATORS.join(" ")}, IS NULL, IS TRUE, IS FALSE, NOT EXISTS`;

/**
 * Reads one condition: a selector and what is asked of its field. `IS NOT` and `EXISTS` are
 * refused: CloudWatch Logs does not have them. For a field that exists, `= *` asks.
 *
 * @throws InvalidFilterPatternError for anything else
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
function parseCondition(reader: PatternReader): FilterCondition {
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

const NAMES = "a name of letters, digits, '-' and '_', or a name in brackets such as ['a.b']";

/**
 * Reads a property selector: `$.a.b`, `$.a[0].b`, `$.['a.b']`. A name outside brackets is letters,
 * digits, `-` and `_`; an index follows a name.
 *
 * Wildcard selectors (`$.*`, `$.a[*]`) are refused: AWS does not say what `!=` and `NOT EXISTS` ask
 * of several fields.
 *
 * @throws InvalidFilterPatternError for any other form
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
function parseSelector(reader: PatternReader): readonly JsonStep[] {
  if (!reader.rest.startsWith("$.")) throw unexpected(reader, "( or a selector such as $.a.b");
  reader.take("$");
  const steps: JsonStep[] = [];
  while (reader.take(".")) {
    steps.push(parseName(reader));
    while (reader.rest.startsWith("[")) steps.push(parseIndex(reader));
  }
  return steps;
}

function parseName(reader: PatternReader): string {
  refuseWildcard(reader, "*");
  const name = reader.match(/[A-Za-z0-9_-]+/y);
  if (name !== undefined) return name;
  // An escape of the quote is in no page of AWS, and an asterisk may be a wildcard.
  const bracketed = reader.match(/\['[^'\\*\p{Cc}]+'\]/uy);
  if (bracketed === undefined) throw unexpected(reader, NAMES);
  return bracketed.slice("['".length, -"']".length);
}

function parseIndex(reader: PatternReader): number {
  refuseWildcard(reader, "[*]");
  const index = reader.match(/\[(?:0|[1-9][0-9]{0,8})\]/y);
  if (index === undefined) throw unexpected(reader, "an index such as [0]");
  return Number(index.slice(1, -1));
}

function refuseWildcard(reader: PatternReader, sign: string): void {
  if (!reader.rest.startsWith(sign)) return;
  const found = `the wildcard selector '${sign}'`;
  throw new InvalidFilterPatternError(reader.offset, found, "a name, an index such as [0]");
}
