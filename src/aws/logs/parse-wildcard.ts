import { InvalidFilterPatternError } from "./errors";
import type { Wildcard } from "./filter-pattern";

/**
 * Reads a string with asterisks. In quotes they are wildcards, too: AWS's CDK writes `"*"` for a
 * field that exists.
 *
 * They stand at the beginning, at the end, or alone. In the middle they are refused: the CDK allows
 * them at the ends only, an earlier edition of the syntax took them literally there, and the
 * present one says nothing. Unquoted digits and periods fit numbers as well as strings.
 *
 * @throws InvalidFilterPatternError for an asterisk elsewhere, and for signs that need quotes
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.FilterPattern.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parseWildcard(pattern: string, isQuoted: boolean, offset: number): Wildcard {
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
