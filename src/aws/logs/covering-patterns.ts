import { canonical } from "../../json/canonical";
import { InvalidFilterPatternError } from "./errors";
import type { FilterCondition } from "./filter-pattern";
import { parseFilterPattern } from "./parse-filter-pattern";

/** Conditions that must all hold, each in the same words wherever it stands. */
type Alternative = ReadonlySet<string>;

/** A pattern of 1,024 characters has fewer in practice; more would take long to compare. */
const mostAlternatives = 1000;

/** The alternatives of a condition; undefined where they are too many to compare. */
function alternativesOf(condition: FilterCondition): readonly Alternative[] | undefined {
  if (condition.kind === "any") return allAlternatives(condition.conditions.map(alternativesOf));
  if (condition.kind !== "all") return [new Set([canonical(condition)])];
  let found: readonly Alternative[] = [new Set()];
  for (const each of condition.conditions) {
    const more = alternativesOf(each);
    if (more === undefined || found.length * more.length > mostAlternatives) return undefined;
    found = found.flatMap((one) => more.map((other) => new Set([...one, ...other])));
  }
  return found;
}

function allAlternatives(
  parts: readonly (readonly Alternative[] | undefined)[],
): readonly Alternative[] | undefined {
  const found = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) || found.length > mostAlternatives ? undefined : found;
}

function alternativesIn(patterns: readonly string[]): readonly Alternative[] | undefined {
  try {
    return allAlternatives(patterns.map((each) => alternativesOf(parseFilterPattern(each))));
  } catch (error) {
    if (error instanceof InvalidFilterPatternError) return undefined;
    throw error;
  }
}

/**
 * Whether filter patterns for JSON together match every log event that others match, judged by their
 * conditions as they are written: undefined where it is not known.
 */
export function coverFilterPatterns(
  patterns: readonly string[],
  others: readonly string[],
): boolean | undefined {
  const [wide, narrow] = [alternativesIn(patterns), alternativesIn(others)];
  if (wide === undefined || narrow === undefined) return undefined;
  return narrow.every((one) =>
    wide.some((other) => [...other].every((condition) => one.has(condition))),
  );
}
