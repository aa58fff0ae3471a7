import { InvalidFilterPatternError, unexpected } from "./errors";
import type { ComparisonOperator, Term } from "./filter-pattern";
import { parseWildcard } from "./parse-wildcard";
import type { PatternReader } from "./pattern-reader";

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;
const SCIENTIFIC = /^[+-]?[0-9.]+e[+-]?[0-9]+$/i;

// Decimals of so many digits are different numbers in JavaScript, too.
const EXACT_DIGITS = 15;

/**
 * Reads what a field is compared with: a string in double quotes, a word of letters, digits and
 * `_`, a number, or one of them with a wildcard.
 *
 * AWS allows scientific notation for numbers and not for strings; it is refused for both. An
 * unquoted true, false or null could be a string or the value.
 *
 * @throws InvalidFilterPatternError for other terms, and for `<` and the like with a string
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parseTerm(reader: PatternReader, operator: ComparisonOperator): Term {
  const { offset } = reader;
  const refuse = (found: string, allowed: string) =>
    new InvalidFilterPatternError(offset, found, allowed);
  const isQuoted = reader.rest.startsWith('"');
  const text = isQuoted ? readQuoted(reader) : readUnquoted(reader);
  if (SCIENTIFIC.test(text)) {
    throw refuse(`scientific notation, '${text}'`, "a number such as -1.5, or a string");
  }
  // Whether a regular expression in quotes is one is in no page of AWS.
  if (text.startsWith("%") && (!isQuoted || text.endsWith("%"))) {
    throw refuse("a regular expression", "a string, a word or a number");
  }
  if (!isQuoted && NUMBER.test(text)) {
    if (text.replace(/[^0-9]/g, "").length <= EXACT_DIGITS) {
      return { kind: "number", value: Number(text) };
    }
    throw refuse(`the number ${text}`, `at most ${EXACT_DIGITS} digits`);
  }
  if (operator !== "=" && operator !== "!=") {
    throw refuse(`a string after '${operator}'`, `a number after '${operator}'`);
  }
  if (text.includes("*")) return parseWildcard(text, isQuoted, offset);
  if (isQuoted) return { kind: "text", text };
  if (/^(?:true|false|null)$/i.test(text)) {
    throw refuse(`the bare word '${text}'`, "IS TRUE, IS FALSE, IS NULL or a string in quotes");
  }
  if (!/^[A-Za-z0-9_]+$/.test(text)) {
    throw refuse(`'${text}'`, "letters, digits and '_' only, or double quotes around the string");
  }
  return { kind: "text", text };
}

function readQuoted(reader: PatternReader): string {
  // What a backslash means in quotes is in no page of AWS.
  const quoted = reader.match(/"[^"\\\p{Cc}]*"/uy);
  if (quoted !== undefined) return quoted.slice(1, -1);
  throw unexpected(reader, "a string in double quotes without backslash or control character");
}

function readUnquoted(reader: PatternReader): string {
  const text = reader.match(/[^\s"'(){}&|=!<>]+/y);
  if (text !== undefined) return text;
  throw unexpected(reader, "a string in double quotes, a word or a number");
}
