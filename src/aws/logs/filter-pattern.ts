import type { JsonStep } from "../../json/path";

/**
 * Characters a filter pattern may have.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
 */
export const FILTER_PATTERN_LIMIT = 1024;

/** The operators that compare a field with a term. */
export const COMPARISON_OPERATORS = ["=", "!=", "<", "<=", ">", ">="] as const;

export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/** Text with an asterisk before it, after it or on both sides; a lone asterisk has no text. */
export interface Wildcard {
  readonly kind: "wildcard";
  readonly text: string;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
  /** Whether numbers are compared as well, by their digits. */
  readonly fitsNumbers: boolean;
}

/** What a field is compared with. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | Wildcard;

/** `$.field = term` and the like. */
export interface Comparison {
  readonly kind: "comparison";
  readonly steps: readonly JsonStep[];
  readonly operator: ComparisonOperator;
  readonly term: Term;
}

/** A filter pattern as a tree: "all" is `&&`, "any" is `||`. */
export type FilterCondition =
  | Comparison
  | {
      readonly kind: "is";
      readonly steps: readonly JsonStep[];
      readonly value: boolean | null;
    }
  | { readonly kind: "not-exists"; readonly steps: readonly JsonStep[] }
  | { readonly kind: "all" | "any"; readonly conditions: readonly FilterCondition[] };
