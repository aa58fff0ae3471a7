import { inNetwork, instantOf, ordering } from "./ordered-values";
import { exactly, exactlyInAnyCase, like, likeArn, type PolicyText } from "./policy-text";
import type { Matcher } from "./wildcards";

/** What values an operator takes; of addresses, one of IPv4 or IPv6, or a network in CIDR notation. */
export type ConditionValues = "text" | "arn" | "number" | "date" | "address" | "boolean";

interface Comparison {
  readonly values: ConditionValues;
  readonly negated: boolean;
  readonly compile: (text: PolicyText) => Matcher;
}

/** An operator as a policy names it, taken apart. */
export interface ConditionOperator extends Comparison {
  /** As the policy spells it, for example `ForAnyValue:StringLikeIfExists`. */
  readonly name: string;
  /** How several values of the request are joined; absent: the key has to have one value. */
  readonly set?: "ForAllValues" | "ForAnyValue";
  /** Whether an absent key makes the condition true. */
  readonly ifExists: boolean;
  /** `Null` asks whether the key is there, and for nothing else. */
  readonly presence: boolean;
}

const positive = (values: ConditionValues, compile: Comparison["compile"]): Comparison => ({
  values,
  negated: false,
  compile,
});
const negative = (values: ConditionValues, compile: Comparison["compile"]): Comparison => ({
  values,
  negated: true,
  compile,
});

/** The operators that compare values of which one is more than another. */
function ordered(
  name: string,
  values: ConditionValues,
  read: (text: string) => number,
): readonly (readonly [string, Comparison])[] {
  const by = (fits: (value: number, wanted: number) => boolean) => ordering(read, fits);
  const isSame = by((value, wanted) => value === wanted);
  return [
    [`${name}Equals`, positive(values, isSame)],
    [`${name}NotEquals`, negative(values, isSame)],
    [
      `${name}LessThan`,
      positive(
        values,
        by((value, wanted) => value < wanted),
      ),
    ],
    [
      `${name}LessThanEquals`,
      positive(
        values,
        by((value, wanted) => value <= wanted),
      ),
    ],
    [
      `${name}GreaterThan`,
      positive(
        values,
        by((value, wanted) => value > wanted),
      ),
    ],
    [
      `${name}GreaterThanEquals`,
      positive(
        values,
        by((value, wanted) => value >= wanted),
      ),
    ],
  ];
}

/** The operators this evaluator knows. Names are compared exactly. */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ["StringEquals", positive("text", exactly)],
  ["StringNotEquals", negative("text", exactly)],
  ["StringEqualsIgnoreCase", positive("text", exactlyInAnyCase)],
  ["StringNotEqualsIgnoreCase", negative("text", exactlyInAnyCase)],
  ["StringLike", positive("text", like)],
  ["StringNotLike", negative("text", like)],
  // AWS: ArnEquals and ArnLike behave identically, wildcards included.
  ["ArnEquals", positive("arn", likeArn)],
  ["ArnLike", positive("arn", likeArn)],
  ["ArnNotEquals", negative("arn", likeArn)],
  ["ArnNotLike", negative("arn", likeArn)],
  ["Bool", positive("boolean", exactly)],
  ...ordered("Numeric", "number", Number),
  ...ordered("Date", "date", instantOf),
  ["IpAddress", positive("address", inNetwork)],
  ["NotIpAddress", negative("address", inNetwork)],
]);

/** Operators of AWS that this evaluator does not know: what they say of a key stays open. */
const OPEN = /^Binary/u;

const NULL: ConditionOperator = {
  ...positive("boolean", exactly),
  name: "Null",
  ifExists: false,
  presence: true,
};

const NAME = /^(?:(?<set>ForAllValues|ForAnyValue):)?(?<base>[A-Za-z]+?)(?<ifExists>IfExists)?$/u;

/** Whether AWS has an operator of this name that is not analyzed here. */
export function isOpenOperator(name: string): boolean {
  const groups = NAME.exec(name)?.groups;
  return groups !== undefined && OPEN.test(groups["base"] ?? "");
}

/** Whether a value of an operator fits itself only. */
export function isWhole({ compile }: ConditionOperator): boolean {
  return compile === exactly;
}

/** Whether `*` and `?` mean themselves in the values of an operator. */
export function ignoresWildcards({ compile }: ConditionOperator): boolean {
  return compile === exactly || compile === exactlyInAnyCase;
}

/** The operators without prefix and suffix, for a message. */
export const OPERATOR_NAMES: readonly string[] = [...COMPARISONS.keys(), "Null"];

/**
 * Takes an operator's name apart; `undefined` when it is not one of {@link OPERATOR_NAMES} with an
 * optional `ForAllValues:` or `ForAnyValue:` before and `IfExists` after it (neither for `Null`).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionOperator(name: string): ConditionOperator | undefined {
  if (name === NULL.name) return NULL;
  const groups = NAME.exec(name)?.groups;
  const comparison = COMPARISONS.get(groups?.["base"] ?? "");
  if (groups === undefined || comparison === undefined) return undefined;
  const ifExists = groups["ifExists"] !== undefined;
  const set = groups["set"];
  const operator = { ...comparison, name, ifExists, presence: false };
  return set === "ForAllValues" || set === "ForAnyValue" ? { ...operator, set } : operator;
}
