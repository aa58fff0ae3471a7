import { Cache, Names } from "../../cache";
import { BlockedError, blocked, finding, type Finding } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import {
  evaluatePolicies,
  mayName,
  PolicyParseError,
  PolicyRequestError,
  requestOf,
  type Call,
  type Decision,
  type PolicyDocument,
  type PolicyKind,
  type PolicyRequest,
} from "../policy";
import { resourceTypes } from "../resource-types";
import { optionalText, text } from "./attributes";
import { keyOf } from "./identity";
import { organizationRefusal } from "./organization-limits";
import { organizationOf } from "./organizations";
import type { ResourceIndex } from "./resource-index";
import { unitDoubt } from "./unit-doubt";

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
  | {
      readonly effect: "allow";
      readonly by: Resource;
      readonly statement: string;
      /** Whether the statement names the principal itself, rather than its account. */
      readonly isDirect: boolean;
    }
  | {
      readonly effect: "deny" | "implicit-deny";
      readonly blocker: Finding;
      /** Where nothing allows, and it is not known whether a Deny applies besides. */
      readonly doubt?: Finding;
    };

/**
 * What policies of one side say to a request: a Deny of any wins, then an Allow of any; undefined where
 * there is no policy. What they allow, policies of the organization may still deny.
 * @throws BlockedError for a policy that is not analyzed
 */
export function verdict(
  index: ResourceIndex,
  rule: RuleId,
  policies: readonly AttachedPolicy[],
  call: Call,
): Verdict | undefined {
  const request = requestOf({ organization: organizationOf(index), ...call });
  const [first] = policies;
  if (first === undefined) return undefined;
  const documents = policies.map(({ resource, json, kind }) =>
    policyIn(index, resource, json, kind),
  );
  const decision = analyzed(first.resource, () => decisionOf(policies, documents, request));
  const { resource: by } = policies[decision.at] ?? first;
  switch (decision.effect) {
    case "unknown":
      return blocked("not-analyzed-policy", by, decision.reason);
    case "allow": {
      const { name, principals } = decision.statement;
      const isDirect =
        principals?.isNegated === false &&
        principals.listed.every(({ kind }) => kind !== "account");
      const blocker = organizationRefusal(index, request, call.resourceAccount);
      if (blocker) return { effect: "deny", blocker };
      return { effect: "allow", by, statement: name, isDirect };
    }
    default: {
      // CloudWatch Logs asks all policies of a place: of those that allow nothing, the one that names the resource matters.
      const own = policies.filter((_, at) => namesResource(documents[at], call.resource));
      if (decision.effect === "implicit-deny" && own.length > 0 && own.length < policies.length) {
        return verdict(index, rule, own, call);
      }
      const { effect, reason } = decision;
      const open = effect === "implicit-deny" ? decision.doubt : undefined;
      const doubted = open && (policies[open.at]?.resource ?? first.resource);
      const doubt = open && finding("not-analyzed-policy", doubted, open.reason);
      return { effect, blocker: finding(rule, by, reason), ...(doubt && { doubt }) };
    }
  }
}

/** Whether a policy names a resource; the group of a log stream is often named without its streams. */
function namesResource(document: PolicyDocument | undefined, arn: string): boolean {
  const arns = [arn, arn.replace(/:log-stream:.*$/u, "")];
  return (
    document?.statements.some(
      ({ resources }) => resources && arns.some((each) => mayName(resources, each)),
    ) === true
  );
}

type Answer =
  Decision | { readonly effect: "unknown"; readonly at: number; readonly reason: string };

// What policies say to a request is the same in every inventory, and two are compared in a review.
const answers = new Cache<Answer>(10_000);
const names = new Names();

function decisionOf(
  policies: readonly AttachedPolicy[],
  documents: readonly PolicyDocument[],
  request: PolicyRequest,
): Answer {
  const of = documents.map((document) => names.of(document)).join(" ");
  const asked = JSON.stringify(request);
  return answers.get(`${of} ${asked}`, () => {
    // Most requests speak of no organizational unit, so none of their policies is in doubt.
    const doubts = asked.includes("ou-")
      ? policies.map(({ json }) => unitDoubt(json, request))
      : [];
    const at = doubts.findIndex((doubt) => doubt !== undefined);
    const reason = doubts[at];
    return reason === undefined
      ? evaluatePolicies(documents, request)
      : { effect: "unknown", at, reason };
  });
}

/** A policy of a resource. @throws BlockedError for one that is not analyzed */
export function policyIn(
  index: ResourceIndex,
  resource: Resource,
  json: string,
  kind: PolicyKind,
): PolicyDocument {
  return analyzed(resource, () => index.policy(json, kind));
}

function analyzed<T>(resource: Resource, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof PolicyParseError || error instanceof PolicyRequestError) {
      blocked(
        "not-analyzed-policy",
        resource,
        error.message.replace(/:\s*\n\s*/u, ": ").replace(/\s*\n\s*/gu, "; "),
      );
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
  call: Call,
): string {
  const decided = verdict(index, rule, policies, call);
  if (decided?.effect === "allow") return decided.statement;
  // What the organization denies is its own finding.
  if (decided && decided.blocker.rule !== rule) throw new BlockedError(decided.blocker);
  const { resource, detail } = decided?.blocker ?? {
    resource: holder,
    detail: "there is no policy",
  };
  return blocked(rule, resource, `${call.action} is not allowed: ${detail}`);
}
