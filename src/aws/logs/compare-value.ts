import type { JsonValue } from "../../json/value";
import type { ComparisonOperator, Term, Wildcard } from "./filter-pattern";

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
export function meetsComparison(
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
