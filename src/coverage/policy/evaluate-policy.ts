import type {
  PolicyCondition,
  PolicyDocument,
  PolicyPattern,
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
  let nearest: Miss | undefined;
  // Every statement is looked at, so that an undecidable one is an error in whatever order they stand.
  for (const statement of document.statements) {
    const miss = missOf(statement, request);
    if (statement.effect === "Deny") {
      if (miss === undefined) denying ??= statement;
    } else if (miss === undefined) allowing ??= statement;
    else if (nearest === undefined || miss.nearness > nearest.nearness) nearest = miss;
  }
  if (denying !== undefined) {
    return { effect: "deny", statement: denying, reason: explainDeny(denying, request) };
  }
  if (allowing !== undefined) return { effect: "allow", statement: allowing };
  const reason = nearest?.reason() ?? "no statement of the policy allows anything";
  return { effect: "implicit-deny", reason };
}

/** Why a statement does not apply, and how near it came: the more of it fitted, the nearer. */
interface Miss {
  readonly nearness: number;
  readonly reason: () => string;
}

/** What a statement needs before its conditions count: action, resource, principal. */
const STEPS_BEFORE_CONDITIONS = 3;

/**
 * What keeps a statement from applying: action, resource, principal, or conditions; undefined where it
 * applies.
 * @throws ConditionKeyError when all but the conditions fit and a condition cannot be decided
 * @throws PolicyRequestError when the request contradicts itself
 */
function missOf(statement: PolicyStatement, request: PolicyRequest): Miss | undefined {
  const missed = (nearness: number, reason: () => string): Miss => ({
    nearness,
    reason: () => `statement ${statement.name}: ${reason()}`,
  });
  const { actions, resources, principals, conditions } = statement;
  const { action, resource, principal } = request;
  if (!anyMatches(actions, action)) {
    return missed(0, () => `action is ${action}, Action is ${texts(actions)}`);
  }
  if (resources !== undefined && !anyMatches(resources, resource)) {
    return missed(1, () => `resource is ${resource}, Resource is ${texts(resources)}`);
  }
  // A statement of an identity policy names no principal.
  if (principals?.some((wanted) => principalMatches(wanted, request)) === false) {
    const wanted = (): string => principals.map(wantedPrincipal).join(" or ");
    return missed(2, () => `principal is ${askingPrincipal(principal)}, Principal is ${wanted()}`);
  }
  if (conditions.length === 0) return undefined;
  const values = contextValues(statement, request);
  const unmet = conditions.flatMap((condition, index) => {
    const found = values[index] ?? [];
    return conditionHolds(condition, found) ? [] : [() => explainCondition(condition, found)];
  });
  if (unmet.length === 0) return undefined;
  // Fewer conditions missed is nearer, always past the steps before them.
  return missed(STEPS_BEFORE_CONDITIONS + 1 / (1 + unmet.length), () =>
    unmet.map((explain) => explain()).join("; "),
  );
}

/** Whether a list of patterns has one that the value fits. */
function anyMatches(patterns: readonly PolicyPattern[], value: string): boolean {
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

/**
 * Whether a condition holds for the values that the request has for its key.
 *
 * An absent key: false, but true for a negated operator, `IfExists` and `ForAllValues`; false again
 * for a negated operator under `ForAnyValue`, which needs a value to look at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function conditionHolds(condition: PolicyCondition, values: KeyValues): boolean {
  const { operator } = condition;
  if (operator.presence) return anyMatches(condition.patterns, String(values.length === 0));
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
  return anyMatches(condition.patterns, value) !== condition.operator.negated;
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
