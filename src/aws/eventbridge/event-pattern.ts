import type { JsonLeaf } from "../../json/value";

/** Compares without regard to case. */
export interface EqualsIgnoreCase {
  readonly "equals-ignore-case": string;
}

/** What `anything-but` excludes: values of one type, or strings by one of four operators. */
export type AnythingBut =
  | string
  | number
  | readonly string[]
  | readonly number[]
  | { readonly prefix: string | readonly string[] }
  | { readonly suffix: string | readonly string[] }
  | { readonly wildcard: string | readonly string[] }
  | { readonly "equals-ignore-case": string | readonly string[] };

/** A comparison of numbers; a range has its lower bound first. */
export type NumericComparison =
  | readonly ["=" | "<" | "<=" | ">" | ">=", number]
  | readonly [">" | ">=", number, "<" | "<=", number];

/** An object in a leaf's array: exactly one operator. */
export type Operator =
  | { readonly prefix: string | EqualsIgnoreCase }
  | { readonly suffix: string | EqualsIgnoreCase }
  | EqualsIgnoreCase
  | { readonly wildcard: string }
  | { readonly "anything-but": AnythingBut }
  | { readonly exists: boolean }
  | { readonly numeric: NumericComparison }
  | { readonly cidr: string };

/** One alternative for a field. A plain string is literal: `*` in it is an asterisk. */
export type ValueMatcher = JsonLeaf | Operator;

/**
 * An event pattern. All fields must match; of a field's array one entry must match;
 * of `$or`'s arms one must match.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export interface EventPattern {
  readonly $or?: readonly EventPattern[];
  readonly [field: string]:
    EventPattern | readonly ValueMatcher[] | readonly EventPattern[] | undefined;
}

/** Whether a field of a pattern holds a pattern of its own, not the values that match. */
export function isPattern(field: EventPattern[string]): field is EventPattern {
  return typeof field === "object" && !Array.isArray(field);
}

/**
 * Characters a rule's pattern may have by default; a quota increase goes up to 4,096.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const DEFAULT_PATTERN_LENGTH = 2048;

/** The length of a pattern as it is sent to AWS, in characters: JSON without white space. */
export function patternLength(pattern: EventPattern): number {
  return JSON.stringify(pattern).length;
}
