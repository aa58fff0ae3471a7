import { knownConditionKey } from "./condition-keys";
import type { OpenCondition, PolicyCondition } from "./policy-document";
import type { Context } from "./policy-pattern";
import { all, not, some, type Truth } from "./truth";
import type { KeyText } from "./wildcards";

/**
 * Whether a condition holds for the values that a call has for its key.
 *
 * An absent key: false, but true for a negated operator, `IfExists` and `ForAllValues`; false again
 * for a negated operator under `ForAnyValue`, which needs a value to look at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function conditionHolds(
  condition: PolicyCondition | OpenCondition,
  context: Context,
): Truth {
  if (condition.open !== undefined) return undefined;
  const { operator, patterns, key } = condition;
  const values = context(key);
  if (values === undefined) return undefined;
  if (operator.presence) {
    return some(patterns, ({ test }) => test(String(values.length === 0), context));
  }
  if (values.length === 0 && operator.ifExists) return true;
  const fits = (value: KeyText): Truth => {
    const isListed = some(patterns, ({ test }) => test(value, context));
    return operator.negated ? not(isListed) : isListed;
  };
  // To a set operator, a key of empty strings is as good as absent.
  const isEmpty = all(values, isBlank);
  if (operator.set === "ForAllValues") {
    return isEmpty === true ? true : all(values, fits);
  }
  if (operator.set === "ForAnyValue") {
    if (isEmpty === true) return false;
    const found = some(values, fits);
    return isEmpty === undefined && found === true ? undefined : found;
  }
  const [value] = values;
  if (value === undefined) return operator.negated;
  if (knownConditionKey(key)?.isList !== true && values.length === 1) return fits(value);
  // What a plain operator makes of a list is not documented; none that fits is a no in any reading.
  return !operator.negated && some(values, fits) === false ? false : undefined;
}

function isBlank(value: KeyText): Truth {
  if (typeof value === "string") return value === "";
  return value.startsWith === "" ? undefined : false;
}
