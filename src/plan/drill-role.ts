import type { SignInAlertsProps } from "../config/props";

/** The role as which a drill signs in, in every account. */
export interface DrillRolePlan {
  /** ARNs of who may assume it. */
  readonly trustedPrincipals: readonly string[];
  /** Such as `o-a1b2c3d4e5`: nobody else's principals may. */
  readonly organizationId: string;
  /** External id that has to be sent with the request; absent: none. */
  readonly externalId?: string;
}

/** The role of drills; nothing where the configuration has none. */
export function resolveDrillRole({ drill, organization }: SignInAlertsProps): {
  readonly drill?: DrillRolePlan;
} {
  return drill ? { drill: { ...drill, organizationId: organization.id } } : {};
}
