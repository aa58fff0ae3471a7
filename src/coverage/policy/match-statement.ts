import type {
  PolicyCondition,
  PolicyPattern,
  PolicyPrincipal,
  PolicyStatement,
} from "./policy-document";
import { contextValues, type KeyValues, type PolicyRequest } from "./policy-request";

/** Whether a list of patterns has one that the value fits. */
export function anyMatches(patterns: readonly PolicyPattern[], value: string): boolean {
  for (const pattern of patterns) if (pattern.matches(value)) return true;
  return false;
}

/**
 * Whether the principal of the request is one that a statement names.
 *
 * An account stands for everybody in it, in whichever form it is written; in a partition other than
 * the resource's it stands for no principal. `*` includes the AWS services: policies that let S3 or SNS in
 * by `*` and `aws:SourceArn` rest on it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalMatches(wanted: PolicyPrincipal, request: PolicyRequest): boolean {
  const { principal } = request;
  if (wanted.kind === "everyone") return true;
  if ("service" in principal) {
    return wanted.kind === "service" && wanted.service === principal.service;
  }
  if (wanted.kind === "identity") return wanted.arn === principal.arn;
  if (wanted.kind === "service" || wanted.account !== principal.account) return false;
  return wanted.partition === undefined || request.resource.startsWith(`arn:${wanted.partition}:`);
}

/** Whether the statement names who asks; a statement of an identity policy need not. */
export function anyPrincipalMatches(statement: PolicyStatement, request: PolicyRequest): boolean {
  return statement.principals?.some((wanted) => principalMatches(wanted, request)) ?? true;
}

/**
 * Whether a statement applies to a request: action, resource, principal and every condition.
 * @throws ConditionKeyError when all but the conditions fit and a condition cannot be decided
 * @throws PolicyRequestError when the request contradicts itself
 */
export function statementApplies(statement: PolicyStatement, request: PolicyRequest): boolean {
  if (!anyMatches(statement.actions, request.action)) return false;
  if (statement.resources !== undefined && !anyMatches(statement.resources, request.resource)) {
    return false;
  }
  if (!anyPrincipalMatches(statement, request)) return false;
  if (statement.conditions.length === 0) return true;
  const values = contextValues(statement, request);
  return statement.conditions.every((condition, index) =>
    conditionHolds(condition, values[index] ?? []),
  );
}

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
