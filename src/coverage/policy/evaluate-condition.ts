import type { PolicyCondition } from "./policy-document";
import type { KeyValues } from "./request-context";

/**
 * Whether a condition holds for the values that the request has for its key.
 *
 * An absent key: false, but true for a negated operator, `IfExists` and `ForAllValues`; false again
 * for a negated operator under `ForAnyValue`, which needs a value to look at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function conditionHolds(condition: PolicyCondition, values: KeyValues): boolean {
  const { operator } = condition;
  if (operator.presence) return oneFits(condition, String(values.length === 0));
  if (values.length === 0 && operator.ifExists) return true;
  if (operator.set === "ForAllValues") {
    return isEmpty(values) || values.every((value) => fits(condition, value));
  }
  if (operator.set === "ForAnyValue") {
    return !isEmpty(values) && values.some((value) => fits(condition, value));
  }
  const [value] = values;
  return value === undefined ? operator.negated : fits(condition, value);
}

/** AWS: to a set operator, a key of empty strings is as good as absent. */
function isEmpty(values: KeyValues): boolean {
  return values.every((value) => value === "");
}

/** One of the policy's values fits; for a negated operator, none does. */
function fits(condition: PolicyCondition, value: string): boolean {
  return oneFits(condition, value) !== condition.operator.negated;
}

function oneFits(condition: PolicyCondition, value: string): boolean {
  for (const pattern of condition.patterns) if (pattern.matches(value)) return true;
  return false;
}
