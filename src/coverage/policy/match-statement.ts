import { conditionHolds } from "./evaluate-condition";
import type { PolicyPattern, PolicyPrincipal, PolicyStatement } from "./policy-document";
import type { PolicyRequest } from "./policy-request";
import { contextValues } from "./request-context";

/** Whether a list of patterns has one that the value fits. */
export function anyMatches(patterns: readonly PolicyPattern[], value: string): boolean {
  for (const pattern of patterns) if (pattern.matches(value)) return true;
  return false;
}

/**
 * Whether the principal of the request is one that a statement names.
 *
 * An account stands for everybody in it, in whichever form it is written; in a partition other than
 * the resource's it stands for nobody. `*` includes the AWS services: policies that let S3 or SNS in
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
