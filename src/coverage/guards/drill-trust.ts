import { parseArn } from "../../aws";
import type { ExpectedDrillRole } from "../expected-coverage";
import { blocked, blockersOf, finding, type Finding } from "../finding";
import { namedIn, outsideOrganizations, STRANGER, type Named } from "../findings/strangers";
import type { Resource } from "../inventory";
import type { Call, PolicyPrincipal } from "../policy";
import {
  policyIn,
  requireAllowed,
  text,
  verdict,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

/** Whom a role of drills has to trust, and nobody else. */
export type WantedTrust = Pick<ExpectedDrillRole, "trustedPrincipals" | "externalId"> & {
  readonly organization: string;
};

/** Somebody who asks for the role, and with what. */
interface Asking extends Named {
  readonly organization: string;
  readonly externalId?: string | undefined;
}

/** Who should be able to sign in as a role of drills and is not, and who is and should not be. */
export function drillTrustFindings(
  index: ResourceIndex,
  role: Resource,
  { trustedPrincipals, externalId, organization }: WantedTrust,
): readonly Finding[] {
  const found: Finding[] = [];
  const unread = blockersOf(() => {
    const json = text(role, "assume_role_policy");
    const trust: readonly AttachedPolicy[] = [{ resource: role, json, kind: "trust" }];
    const { statements } = policyIn(index, role, json, "trust");
    const arn = text(role, "arn");
    const trusted = trustedPrincipals.map(namedBy);
    const may = (who: string, asking: Asking): readonly Finding[] =>
      blockersOf(() => {
        const said = verdict(index, "drill-role-open", trust, callOf(arn, asking));
        if (said?.effect === "allow") blocked("drill-role-open", role, who);
      });
    for (const each of trusted) {
      const asking = { ...each, organization, externalId };
      found.push(
        ...blockersOf(() =>
          requireAllowed(index, "drill-role-denies", role, trust, callOf(arn, asking)),
        ),
        ...outsideOrganizations.flatMap((outside) =>
          may(`${shown(each)} from outside of the organization`, {
            ...asking,
            organization: outside,
          }),
        ),
      );
      if (externalId === undefined) continue;
      found.push(...may(`${shown(each)} without the external id`, { ...each, organization }));
    }
    for (const each of others(json, trusted)) {
      for (const owner of [organization, ...outsideOrganizations]) {
        found.push(...may(shown(each), { ...each, organization: owner, externalId }));
      }
    }
    for (const { effect, principals } of statements) {
      if (effect !== "Allow" || principals?.isNegated !== false) continue;
      found.push(
        ...principals.listed
          .flatMap(outsider)
          .map((name) => finding("drill-role-open", role, name)),
      );
    }
  });
  return [...found, ...unread];
}

function callOf(resource: string, { organization, externalId, ...principal }: Asking): Call {
  const { partition = "aws" } = parseArn(resource) ?? {};
  const { account, arn = `arn:${partition}:iam::${account}:role/any` } = principal;
  return {
    kind: "role to resource",
    principal: { account, arn },
    action: "sts:AssumeRole",
    resource,
    organization,
    also: { "sts:ExternalId": externalId ?? [] },
  };
}

function namedBy(arn: string): Named {
  const { account = "", resource } = parseArn(arn) ?? {};
  return resource === "root" ? { account } : { account, arn };
}

/** Everybody else: any account, and whom the policy names beside them. */
function others(json: string, trusted: readonly Named[]): readonly Named[] {
  const isTrusted = ({ account, arn }: Named): boolean =>
    trusted.some((each) => each.account === account && (each.arn ?? arn) === arn);
  return [{ account: STRANGER }, ...namedIn(json)].filter((each) => !isTrusted(each));
}

function shown({ account, arn }: Named): string {
  if (account === STRANGER) return "any account";
  return arn ?? `account ${account}`;
}

/** A principal that is no role or user. */
function outsider(principal: PolicyPrincipal): readonly string[] {
  switch (principal.kind) {
    case "service":
      return [principal.service];
    case "federated":
    case "unresolved":
      return [principal.text];
    default:
      return [];
  }
}
