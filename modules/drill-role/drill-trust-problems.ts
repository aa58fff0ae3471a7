import { Token } from "cdktf";
import { externalIds } from "../../src/aws/external-id";
import { isTrustedPrincipal, principalForm } from "../../src/aws/trusted-principal";
import { organizationProblems, textProblems } from "../property-validation";
import type { DrillTrust } from "./drill-trust";

/** What AWS would refuse of it; what Terraform will know is let through. */
export function drillTrustProblems(trust: DrillTrust): readonly string[] {
  const { trustedPrincipals, organizationId, externalId } = trust;
  return [
    ...organizationProblems(organizationId),
    ...textProblems("externalId", externalId, externalIds.form, externalIds.allowed),
    ...(trustedPrincipals.length > 0
      ? []
      : ["'trustedPrincipals' must name at least 1 principal, got: 0"]),
    ...trustedPrincipals.flatMap((each, i) =>
      Token.isUnresolved(each) || isTrustedPrincipal(each)
        ? []
        : [`'trustedPrincipals[${i}]' must be ${principalForm}, got: ${each}`],
    ),
  ];
}
