import { notForJson, tooLong, unexpected } from "./errors";
import { FILTER_PATTERN_LIMIT, type FilterCondition } from "./filter-pattern";
import { parseCondition } from "./parse-condition";
import { PatternReader } from "./pattern-reader";

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
