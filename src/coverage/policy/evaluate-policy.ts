import { explainDeny, explainMiss, type Miss } from "./explain-statement";
import { statementApplies } from "./match-statement";
import type { PolicyDocument, PolicyStatement } from "./policy-document";
import { checkRequest, type PolicyRequest } from "./policy-request";

/** What one policy says to one request. */
export type Decision =
  | { readonly effect: "allow"; readonly statement: PolicyStatement }
  | { readonly effect: "deny"; readonly statement: PolicyStatement; readonly reason: string }
  | { readonly effect: "implicit-deny"; readonly reason: string };

/**
 * What one policy says to one request: an explicit Deny wins, then an Allow, else nobody allowed it.
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
