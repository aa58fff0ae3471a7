import { FILTER_PATTERN_LIMIT } from "./filter-pattern";

/**
 * A filter pattern that CloudWatch Logs would refuse, or whose meaning is not certain.
 * The message names what was found, where, and what is allowed.
 */
export class InvalidFilterPatternError extends Error {
  override readonly name = "InvalidFilterPatternError";

  /**
   * @param offset - where in the pattern, in characters from 0
   * @param found - what stands there
   * @param allowed - what may stand there
   */
  constructor(
    readonly offset: number,
    readonly found: string,
    readonly allowed: string,
  ) {
    super(`filter pattern: found ${found} at offset ${offset}, allowed: ${allowed}`);
  }
}

/** A position in a pattern, and what follows it. */
export interface PatternPlace {
  readonly offset: number;
  readonly rest: string;
}

/** The pattern has more characters than CloudWatch Logs accepts. */
export function tooLong(pattern: string): InvalidFilterPatternError {
  return new InvalidFilterPatternError(
    FILTER_PATTERN_LIMIT,
    `more text in a pattern of ${pattern.length} characters`,
    `at most ${FILTER_PATTERN_LIMIT} characters`,
  );
}

/** The pattern is of a kind that does not look into JSON. */
export function notForJson(pattern: string): InvalidFilterPatternError {
  const kinds: Readonly<Record<string, string>> = {
    "[": "a space-delimited pattern",
    "%": "a regular expression",
  };
  const found = kinds[pattern.charAt(0)] ?? `an unstructured pattern, ${beginning(pattern)},`;
  return new InvalidFilterPatternError(0, found, "a pattern for JSON, { … }, with nothing before");
}

/** Something else stands where the grammar has only `allowed`. */
export function unexpected(place: PatternPlace, allowed: string): InvalidFilterPatternError {
  return new InvalidFilterPatternError(place.offset, beginning(place.rest), allowed);
}

function beginning(text: string): string {
  if (text === "") return "the end";
  const characters = Array.from(text);
  return JSON.stringify(characters.slice(0, 20).join("") + (characters.length > 20 ? "…" : ""));
}
