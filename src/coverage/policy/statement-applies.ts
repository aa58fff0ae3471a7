import { conditionHolds } from "./condition-holds";
import type { PolicyPrincipal, PolicyStatement, Selection } from "./policy-document";
import type { Context, PolicyPattern } from "./policy-pattern";
import type { PolicyRequest } from "./policy-request";
import { all, not, some, type Truth } from "./truth";
import type { KeyText } from "./wildcards";

const nothing: Context = () => undefined;

/** What a statement asks of a request before its conditions count, in the order of asking. */
export const STEPS = ["action", "resource", "principal"] as const;

/** Whether a step of a statement fits a request, in a call that holds these keys. */
export function stepFits(
  step: (typeof STEPS)[number],
  { actions, resources, principals }: PolicyStatement,
  request: PolicyRequest,
  context: Context = nothing,
): Truth {
  const { action, resource, isResourceOpen } = request;
  const value = isResourceOpen === true ? { startsWith: resource } : resource;
  switch (step) {
    case "action":
      return selects(actions, action, context);
    case "resource":
      return resources && !selectsAll(resources) ? selects(resources, value, context) : true;
    case "principal":
      // A statement of an identity policy names no principal.
      return principals ? principalFits(principals, request) : true;
  }
}

/** Whether a statement may apply to a request, whatever its conditions say. */
export function mayConcern(statement: PolicyStatement, request: PolicyRequest): boolean {
  return STEPS.every((step) => stepFits(step, statement, request) !== false);
}

/** Whether a statement applies to a request, in a call that holds these keys. */
export function applies(
  statement: PolicyStatement,
  request: PolicyRequest,
  context: Context,
): Truth {
  const fitted = all(STEPS, (step) => stepFits(step, statement, request, context));
  if (fitted === false) return false;
  const held = all(statement.conditions, (condition) => conditionHolds(condition, context));
  return held === false ? false : fitted && held;
}

/** Whether the resources of a statement may have this one among them. */
export function mayName(resources: Selection<PolicyPattern>, arn: string): boolean {
  return selects(resources, arn, nothing) !== false;
}

function selectsAll({ isNegated, listed }: Selection<PolicyPattern>): boolean {
  return !isNegated && listed.some(({ text }) => text === "*");
}

function selects(
  { isNegated, listed }: Selection<PolicyPattern>,
  value: KeyText,
  context: Context,
): Truth {
  const isListed = some(listed, ({ test }) => test(value, context));
  return isNegated ? not(isListed) : isListed;
}

function principalFits(
  { isNegated, listed }: Selection<PolicyPrincipal>,
  request: PolicyRequest,
): Truth {
  const isListed = some(listed, (wanted) => principalMatches(wanted, request));
  if (!isNegated) return isListed;
  // Whom a NotPrincipal spares depends on account, role and session being listed all three.
  return "service" in request.principal ? not(isListed) : undefined;
}

/**
 * Whether the principal of the request is one that a statement names.
 *
 * An account stands for everybody in it, in whichever form it is written; in a partition other than
 * the resource's it stands for no principal. `*` includes the AWS services: policies that let S3 or SNS in
 * by `*` and `aws:SourceArn` rest on it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalMatches(wanted: PolicyPrincipal, { principal, resource }: PolicyRequest): Truth {
  if (wanted.kind === "everyone") return true;
  if ("service" in principal) {
    return wanted.kind === "service" && wanted.service === principal.service;
  }
  switch (wanted.kind) {
    case "identity":
      if (principal.arn !== undefined) return wanted.arn === principal.arn;
      return wanted.arn.split(":")[4] === principal.account ? undefined : false;
    case "account":
      if (wanted.account !== principal.account) return false;
      return wanted.partition === undefined || resource.startsWith(`arn:${wanted.partition}:`);
    case "unresolved":
      return undefined;
    case "service":
    case "federated":
      return false;
  }
}
