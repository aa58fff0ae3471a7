import { memberAt } from "../../json/path";
import type { JsonObject, JsonValue } from "../../json/value";
import type {
  Comparison,
  ComparisonOperator,
  FilterCondition,
  Term,
  Wildcard,
} from "./filter-pattern";
import { parseFilterPattern } from "./parse-filter-pattern";

/** A filter pattern that was read once and can be asked many times. */
interface CompiledFilterPattern {
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
 * counts too few sign-ins: a reader sees a loss that may be none, and never misses one.
 *
 * @throws InvalidFilterPatternError for what is not in the language
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

const compare: Readonly<Record<ComparisonOperator, (value: number, bound: number) => boolean>> = {
  "=": (value, bound) => value === bound,
  "!=": (value, bound) => value !== bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

/**
 * Whether a field certainly meets a comparison. Where AWS's pages are silent no operator is met,
 * `!=` neither:
 *
 * - A missing field. It was seen that `!=` does not match one.
 * - null, true and false: AWS speaks of strings and numbers only.
 * - A string against a number and the reverse, even "400" against 400.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 * @see https://github.com/DataBiosphere/azul/issues/5884
 */
function meetsComparison(
  value: JsonValue | undefined,
  operator: ComparisonOperator,
  term: Term,
): boolean {
  if (term.kind === "number") {
    return typeof value === "number" && compare[operator](value, term.value);
  }
  const isEqual = term.kind === "text" ? equalsText(value, term.text) : fits(value, term);
  if (isEqual === undefined) return false;
  return operator === "!=" ? !isEqual : operator === "=" && isEqual;
}

/** Case counts. `undefined` is "not certain". */
function equalsText(value: JsonValue | undefined, text: string): boolean | undefined {
  return typeof value === "string" ? value === text : undefined;
}

function fits(value: JsonValue | undefined, wildcard: Wildcard): boolean | undefined {
  if (typeof value === "string") return fitsText(value, wildcard);
  if (typeof value !== "number" || !wildcard.fitsNumbers) return undefined;
  if (wildcard.text === "") return true;
  // How the log event spells other numbers (0.5, 5e-1) is lost once it was read.
  return Number.isSafeInteger(value) ? fitsText(String(value), wildcard) : undefined;
}

function fitsText(text: string, wildcard: Wildcard): boolean {
  if (!wildcard.isOpenBefore) return text.startsWith(wildcard.text);
  return wildcard.isOpenAfter ? text.includes(wildcard.text) : text.endsWith(wildcard.text);
}
