import { Cache } from "../../cache";
import { parseArn } from "../../aws";
import { finding, type Finding } from "../finding";
import type { OrganizationPolicy, PolicyLevels } from "../inventory/organization-policies";
import {
  evaluatePolicies,
  PolicyParseError,
  PolicyRequestError,
  type Decision,
  type PolicyKind,
  type PolicyRequest,
} from "../policy";
import type { ResourceIndex } from "./resource-index";

/**
 * Services whose resources resource control policies limit, of those that alerts pass.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const limitedServices: ReadonlySet<string> = new Set(["kms", "logs", "s3", "sqs", "sts"]);

/** How policies of one type are read, and what is found where they deny. */
interface PolicyType {
  readonly rule: "service-control-policy-denies" | "resource-control-policy-denies";
  readonly name: string;
  readonly kind: PolicyKind;
}

const serviceControl: PolicyType = {
  rule: "service-control-policy-denies",
  name: "service control policy",
  kind: "identity",
};
const resourceControl: PolicyType = {
  rule: "resource-control-policy-denies",
  name: "resource control policy",
  kind: "resource",
};

/**
 * What policies of the organization deny, or may deny, of a request that others allow; undefined where
 * they do not, or are not known here. They limit the roles of an account, and its resources whoever asks,
 * AWS's services included.
 */
export function organizationRefusal(
  index: ResourceIndex,
  request: PolicyRequest,
  resourceAccount = parseArn(request.resource)?.account,
): Finding | undefined {
  const { organizationPolicies: limits } = index.inventory;
  if (limits === undefined) return undefined;
  const caller = "account" in request.principal ? request.principal.account : "";
  const [service = ""] = request.action.split(":");
  const ofCaller = limits.get(caller)?.serviceControl ?? [];
  const ofResource = limitedServices.has(service)
    ? (limits.get(resourceAccount ?? "")?.resourceControl ?? [])
    : [];
  return (
    refusalOf(index, serviceControl, ofCaller, request, caller) ??
    refusalOf(index, resourceControl, ofResource, request, resourceAccount ?? "")
  );
}

/** Every level has to allow, and no policy of any may deny. */
function refusalOf(
  index: ResourceIndex,
  type: PolicyType,
  levels: PolicyLevels,
  request: PolicyRequest,
  account: string,
): Finding | undefined {
  for (const policies of levels) {
    const refusal = levelRefusal(index, type, policies, request, account);
    if (refusal) return refusal;
  }
  return undefined;
}

function levelRefusal(
  index: ResourceIndex,
  { rule, name, kind }: PolicyType,
  policies: readonly OrganizationPolicy[],
  request: PolicyRequest,
  account: string,
): Finding | undefined {
  const named = ({ name: called, id }: OrganizationPolicy): string => `${name} ${called} (${id})`;
  const [first] = policies;
  if (first === undefined) return undefined;
  let decision: Decision;
  try {
    decision = decisionOf(index, kind, policies, request);
  } catch (error) {
    if (!(error instanceof PolicyParseError || error instanceof PolicyRequestError)) throw error;
    const why = error.message.replace(/\s*\n\s*/gu, " ");
    return finding("not-analyzed-policy", undefined, `${policies.map(named).join(", ")}: ${why}`);
  }
  if (decision.effect === "allow") return undefined;
  const by = named(policies[decision.at] ?? first);
  const detail = `${by}, ${request.action} in account ${account}: ${decision.reason}`;
  return finding(decision.effect === "unknown" ? "not-analyzed-policy" : rule, undefined, detail);
}

// Most rules of an account ask the same.
const decisions = new Cache<Decision>(10_000);

function decisionOf(
  index: ResourceIndex,
  kind: PolicyKind,
  policies: readonly OrganizationPolicy[],
  request: PolicyRequest,
): Decision {
  const texts = policies.map(({ json }) => json);
  return decisions.get(JSON.stringify([kind, texts, request]), () =>
    evaluatePolicies(
      texts.map((json) => index.policy(json, kind)),
      request,
    ),
  );
}
