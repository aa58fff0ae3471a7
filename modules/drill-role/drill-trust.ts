import type { PolicyStatement } from "../../src/aws";

/** Who may sign in as the role of a drill. */
export interface DrillTrust {
  /** ARNs of the IAM roles or users that start drills, at least one; IAM refuses one that does not exist. */
  readonly trustedPrincipals: readonly string[];
  /** Such as `o-a1b2c3d4e5`: who is of another organization is refused. */
  readonly organizationId: string;
  /** External id that has to be sent, 2 to 1224 characters. @default - none */
  readonly externalId?: string;
}

/** What the role is, as its description says. */
export const drillRoleDescription = "Signs in to the console in drills; may do nothing";

/** The statement that lets principals assume the role. */
export function drillTrust(trust: DrillTrust): PolicyStatement {
  const { trustedPrincipals, organizationId, externalId } = trust;
  return {
    Sid: "DrillsAssumeRole",
    Effect: "Allow",
    Principal: { AWS: [...trustedPrincipals] },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: {
        "aws:PrincipalOrgID": organizationId,
        ...(externalId !== undefined && { "sts:ExternalId": externalId }),
      },
    },
  };
}
