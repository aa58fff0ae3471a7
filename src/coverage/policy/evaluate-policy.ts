import {
  anyMatches,
  anyPrincipalMatches,
  conditionHolds,
  statementApplies,
} from "./match-statement";
import type {
  PolicyCondition,
  PolicyDocument,
  PolicyPrincipal,
  PolicyStatement,
} from "./policy-document";
import {
  checkRequest,
  contextValues,
  type KeyValues,
  type PolicyRequest,
  type RequestPrincipal,
} from "./policy-request";

/** What one policy says to one request. */
export type Decision =
  | { readonly effect: "allow"; readonly statement: PolicyStatement }
  | { readonly effect: "deny"; readonly statement: PolicyStatement; readonly reason: string }
  | { readonly effect: "implicit-deny"; readonly reason: string };

/**
 * What one policy says to one request: an explicit Deny wins, then an Allow, else it is not allowed.
 * The reason names the statement that came nearest and what it missed. How several policies join
 * (a role's own and a bus's, for example) is the caller's to decide.
 * @throws ConditionKeyError when a statement fits but for a condition that cannot be decided
 * @throws PolicyRequestError when the request is none that AWS could make
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(document: PolicyDocument, request: PolicyRequest): Decision {
  checkRequest(request);
  let allowing: PolicyStatement | undefined;
  let denying: PolicyStatement | undefined;
  // Every statement is looked at, so that an undecidable one is an error in whatever order they stand.
  for (const statement of document.statements) {
    if (!statementApplies(statement, request)) continue;
    if (statement.effect === "Deny") denying ??= statement;
    else allowing ??= statement;
  }
  if (denying !== undefined) {
    return { effect: "deny", statement: denying, reason: explainDeny(denying, request) };
  }
  if (allowing !== undefined) return { effect: "allow", statement: allowing };
  return { effect: "implicit-deny", reason: nearestMiss(document, request) };
}

function nearestMiss(document: PolicyDocument, request: PolicyRequest): string {
  let nearest: Miss | undefined;
  for (const statement of document.statements) {
    if (statement.effect === "Deny") continue;
    const miss = explainMiss(statement, request);
    if (nearest === undefined || miss.nearness > nearest.nearness) nearest = miss;
  }
  return nearest?.reason ?? "no statement of the policy allows anything";
}

/** Why a statement does not apply, and how near it came: the more of it fitted, the nearer. */
interface Miss {
  readonly nearness: number;
  readonly reason: string;
}

/** What a statement needs before its conditions count: action, resource, principal. */
const STEPS_BEFORE_CONDITIONS = 3;

/** Says what kept a statement from applying, in words for a person. */
function explainMiss(statement: PolicyStatement, request: PolicyRequest): Miss {
  const said = (nearness: number, reason: string): Miss => ({
    nearness,
    reason: `statement ${statement.name}: ${reason}`,
  });
  const { actions, resources, principals = [], conditions } = statement;
  if (!anyMatches(actions, request.action)) {
    return said(0, `action is ${request.action}, Action is ${texts(actions)}`);
  }
  if (resources !== undefined && !anyMatches(resources, request.resource)) {
    return said(1, `resource is ${request.resource}, Resource is ${texts(resources)}`);
  }
  if (!anyPrincipalMatches(statement, request)) {
    const wanted = principals.map(wantedPrincipal).join(" or ");
    return said(2, `principal is ${askingPrincipal(request.principal)}, Principal is ${wanted}`);
  }
  const values = contextValues(statement, request);
  const missed = conditions.flatMap((condition, index) => {
    const found = values[index] ?? [];
    return conditionHolds(condition, found) ? [] : [explainCondition(condition, found)];
  });
  // Fewer conditions missed is nearer, always past the steps before them.
  return said(STEPS_BEFORE_CONDITIONS + 1 / (1 + missed.length), missed.join("; "));
}

/** Says what a deny statement denied, and by which values of the request. */
function explainDeny(statement: PolicyStatement, request: PolicyRequest): string {
  const values = contextValues(statement, request);
  const because = statement.conditions.map(
    ({ key }, index) => `${key} is ${shownValues(values[index] ?? [])}`,
  );
  const denied = `statement ${statement.name} denies ${request.action} to ${askingPrincipal(request.principal)}`;
  return because.length === 0 ? denied : `${denied}: ${because.join("; ")}`;
}

function explainCondition(condition: PolicyCondition, values: KeyValues): string {
  const { key, operator, patterns } = condition;
  const found = `${key} is ${shownValues(values)}`;
  if (operator.presence) {
    return `${found}, Null wants it ${values.length === 0 ? "present" : "absent"}`;
  }
  const wanted = texts(patterns);
  return `${found}, ${operator.name} wants ${operator.negated ? `none of: ${wanted}` : wanted}`;
}

function shownValues(values: KeyValues): string {
  if (values.length === 0) return "absent";
  return values.map((value) => (value === "" ? '""' : value)).join(", ");
}

function texts(patterns: readonly { readonly text: string }[]): string {
  return patterns.map(({ text }) => text).join(" or ");
}

function askingPrincipal(principal: RequestPrincipal): string {
  if ("service" in principal) return principal.service;
  return principal.arn ?? `account ${principal.account}`;
}

function wantedPrincipal(principal: PolicyPrincipal): string {
  switch (principal.kind) {
    case "everyone":
      return "*";
    case "service":
      return principal.service;
    case "identity":
      return principal.arn;
    case "account":
      return principal.partition === undefined
        ? `account ${principal.account}`
        : `account ${principal.account} of ${principal.partition}`;
  }
}
