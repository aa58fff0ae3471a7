import { InvalidFilterPatternError, type PatternPlace, unexpected } from "./errors";
import type { ComparisonOperator, Term, Wildcard } from "./filter-pattern";

/** Reads a pattern from its beginning to its end, and knows where it is. */
export class PatternReader implements PatternPlace {
  #at = 0;

  constructor(private readonly pattern: string) {}

  get offset(): number {
    return this.#at;
  }

  get rest(): string {
    return this.pattern.slice(this.#at);
  }

  /** Reads spaces, and says whether there were any. Other white space is in no page of AWS. */
  skipSpaces(): boolean {
    return this.match(/ +/y) !== undefined;
  }

  /** Reads the sign when it comes next, and says whether it did. */
  take(sign: string): boolean {
    if (!this.pattern.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  /**
   * Reads what has the shape, when that comes next.
   *
   * @param shape - a sticky expression
   */
  match(shape: RegExp): string | undefined {
    shape.lastIndex = this.#at;
    const found = shape.exec(this.pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;
const SCIENTIFIC = /^[+-]?[0-9.]+e[+-]?[0-9]+$/i;

// Decimals of so many digits are different numbers in JavaScript, too.
const EXACT_DIGITS = 15;

/**
 * Reads what a field is compared with: a string in double quotes, a word of letters, digits and
 * `_`, a name with periods, a number, or one of them with a wildcard.
 *
 * AWS allows scientific notation for numbers and not for strings; it is refused for both. An
 * unquoted true, false or null could be a string or the value.
 *
 * @throws InvalidFilterPatternError for other terms, and for `<` and the like with a string
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
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
  // Periods are in patterns of AWS's own pages, as in `$.eventSource=iam.amazonaws.com`.
  if (!/^(?:[A-Za-z0-9_]+|[A-Za-z][A-Za-z0-9_.]*)$/.test(text)) {
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

/**
 * Reads a string with asterisks. In quotes they are wildcards, too: AWS's CDK writes `"*"` for a
 * field that exists.
 *
 * They stand at the beginning, at the end, or alone. In the middle they are refused: the CDK allows
 * them at the ends only, an earlier edition of the syntax read them literally there, and the
 * present one says nothing. Unquoted digits and periods fit numbers as well as strings.
 *
 * @throws InvalidFilterPatternError for an asterisk elsewhere, and for signs that need quotes
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.FilterPattern.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
function parseWildcard(pattern: string, isQuoted: boolean, offset: number): Wildcard {
  const isOpenBefore = pattern.startsWith("*");
  const isLone = pattern === "*";
  const isOpenAfter = !isLone && pattern.endsWith("*");
  const text = pattern.slice(isOpenBefore ? 1 : 0, isOpenAfter ? -1 : undefined);
  if (text.includes("*") || (text === "" && !isLone)) {
    const allowed = "an asterisk before text, after it, on both sides, or alone";
    throw new InvalidFilterPatternError(offset, `'${pattern}'`, allowed);
  }
  const isNumeric = /^(?=.*[0-9])[0-9.]+$/.test(text);
  if (!isQuoted && !isLone && !isNumeric && !/^[A-Za-z0-9_]+$/.test(text)) {
    const allowed = "letters, digits, '_' and '*' only, or double quotes around the string";
    throw new InvalidFilterPatternError(offset, `'${pattern}'`, allowed);
  }
  const fitsNumbers = isLone || (isNumeric && !isQuoted);
  return { kind: "wildcard", text, isOpenBefore, isOpenAfter, fitsNumbers };
}
