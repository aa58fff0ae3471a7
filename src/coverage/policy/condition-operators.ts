import {
  exactly,
  exactlyInAnyCase,
  like,
  likeArn,
  type PolicyText,
  type ValueTest,
} from "./policy-text";

/** What values an operator takes: any text, an ARN of six parts, or `true` and `false`. */
export type ConditionValues = "text" | "arn" | "boolean";

interface Comparison {
  readonly values: ConditionValues;
  readonly negated: boolean;
  readonly compile: (text: PolicyText) => ValueTest;
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
]);

const NULL: ConditionOperator = {
  ...positive("boolean", exactly),
  name: "Null",
  ifExists: false,
  presence: true,
};

const NAME = /^(?:(?<set>ForAllValues|ForAnyValue):)?(?<base>[A-Za-z]+?)(?<ifExists>IfExists)?$/u;

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
