import { memberAt } from "../../json/path";
import type { JsonObject } from "../../json/value";
import { meetsComparison } from "./compare-value";
import type { Comparison, FilterCondition } from "./filter-pattern";
import { parseFilterPattern } from "./parse-filter-pattern";

/** A filter pattern that was read once and can be asked many times. */
export interface CompiledFilterPattern {
  /**
   * Whether CloudWatch Logs certainly matches the log event. What its pages leave open is `false`:
   * an event that is said to be counted is counted.
   */
  matches(event: JsonObject): boolean;
}

/**
 * Reads the filter pattern of a metric filter for JSON log events, with the semantics of CloudWatch
 * Logs:
 *
 * - Names and strings are compared with regard to case, numbers by value.
 * - `IS NULL`, `IS TRUE` and `IS FALSE` ask for the JSON value; "true" is a string. A missing field
 *   is none of them, and a null exists.
 * - A selector that leads through a missing key, a null, a string, or an array without an index
 *   selects a missing field.
 * - An array or object at the end of a compared selector: the whole pattern does not match, whatever
 *   stands beside it. `IS` and `NOT EXISTS` may be asked of them.
 * - What no page says is in `compare-value.ts`.
 *
 * Nothing in the language turns a `false` into a match, so "not certain" stays on the side that
 * counts too few sign-ins: a check sees a loss that may be none, and never misses one.
 *
 * @throws InvalidFilterPatternError for what is not understood
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export function compileFilterPattern(pattern: string): CompiledFilterPattern {
  const condition = parseFilterPattern(pattern);
  const compared = comparisonsOf(condition);
  return {
    matches: (event) =>
      compared.every(({ steps }) => !hasChildren(event, steps)) && holds(condition, event),
  };
}

function holds(condition: FilterCondition, event: JsonObject): boolean {
  switch (condition.kind) {
    case "all":
      return condition.conditions.every((each) => holds(each, event));
    case "any":
      return condition.conditions.some((each) => holds(each, event));
    case "is":
      return memberAt(event, condition.steps) === condition.value;
    case "not-exists":
      return memberAt(event, condition.steps) === undefined;
    case "comparison":
      return meetsComparison(memberAt(event, condition.steps), condition.operator, condition.term);
  }
}

function comparisonsOf(condition: FilterCondition): readonly Comparison[] {
  if (condition.kind === "comparison") return [condition];
  return "conditions" in condition ? condition.conditions.flatMap(comparisonsOf) : [];
}

function hasChildren(event: JsonObject, steps: Comparison["steps"]): boolean {
  const value = memberAt(event, steps);
  return typeof value === "object" && value !== null;
}
