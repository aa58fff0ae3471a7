import { blocked, finding, type Finding } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import {
  ConditionKeyError,
  evaluatePolicy,
  PolicyParseError,
  PolicyRequestError,
  type PolicyKind,
  type PolicyRequest,
} from "../policy";
import { resourceTypes } from "../resource-types";
import { optionalText, text } from "./attributes";
import { keyOf } from "./identity";
import type { ResourceIndex } from "./resource-index";
import { unitDoubt } from "./unit-statements";

/** A policy document and the resource that holds it. */
export interface AttachedPolicy {
  readonly resource: Resource;
  /** JSON of the document. */
  readonly json: string;
  readonly kind: PolicyKind;
}

/** The policies that say who may use a resource; a separate one stands in the place of its own. */
export function policiesOf(index: ResourceIndex, resource: Resource): readonly AttachedPolicy[] {
  const { policy } = resourceTypes.get(resource.type) ?? {};
  const { argument = "policy" } = policy ?? {};
  const separate = policy?.by.flatMap((key) => index.find(policy.type, keyOf(resource, key))) ?? [];
  if (separate.length > 0) {
    return separate.map((each) => ({
      resource: each,
      json: text(each, argument),
      kind: "resource",
    }));
  }
  const json = optionalText(resource, argument);
  return json === undefined ? [] : [{ resource, json, kind: "resource" }];
}

/** What policies say together: who allowed, who denied, or why none did either. */
export type Verdict =
  | { readonly effect: "allow"; readonly by: Resource; readonly statement: string }
  | { readonly effect: "deny" | "implicit-deny"; readonly blocker: Finding };

/**
 * What policies of one side say to a request: a Deny of any wins, then an Allow of any.
 * @throws BlockedError for a policy that is not analyzed
 */
export function verdict(
  index: ResourceIndex,
  rule: RuleId,
  policies: readonly AttachedPolicy[],
  request: PolicyRequest,
): Verdict | undefined {
  let allowed: Verdict | undefined;
  let missed: Verdict | undefined;
  for (const { resource, json, kind } of policies) {
    const decision = analyzed(resource, () => evaluatePolicy(index.policy(json, kind), request));
    const doubt = unitDoubt(json, request);
    if (doubt !== undefined) blocked("not-analyzed-policy", resource, doubt);
    if (decision.effect === "allow") {
      allowed ??= { effect: "allow", by: resource, statement: decision.statement.name };
      continue;
    }
    const { effect, reason } = decision;
    if (effect === "deny") return { effect, blocker: finding(rule, resource, reason) };
    missed ??= { effect, blocker: finding(rule, resource, reason) };
  }
  return allowed ?? missed;
}

function analyzed<T>(resource: Resource, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (
      error instanceof PolicyParseError ||
      error instanceof ConditionKeyError ||
      error instanceof PolicyRequestError
    ) {
      blocked("not-analyzed-policy", resource, error.message.replace(/\s*\n\s*/gu, " "));
    }
    throw error;
  }
}

/**
 * The statement that allows a request.
 * @throws BlockedError when no policy does
 */
export function requireAllowed(
  index: ResourceIndex,
  rule: RuleId,
  holder: Resource,
  policies: readonly AttachedPolicy[],
  request: PolicyRequest,
): string {
  const decided = verdict(index, rule, policies, request);
  if (decided?.effect === "allow") return decided.statement;
  const { resource, detail } = decided?.blocker ?? {
    resource: holder,
    detail: "there is no policy",
  };
  return blocked(rule, resource, `${request.action} is not allowed: ${detail}`);
}
