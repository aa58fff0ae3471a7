import { Token } from "cdktf";
import { keyProblems, numberProblems, organizationProblems, refuse } from "../property-checks";
import type { OrganizationTrailProps } from "./organization-trail";

/** Refuses what AWS would refuse, or would take and keep nothing by; all at once. @throws RangeError */
export function checkTrail(props: OrganizationTrailProps): void {
  const { organizationId, retentionDays = 365, objectLockDays, existingKeyArn } = props;
  const isKnown = ![retentionDays, objectLockDays].some((days) => Token.isUnresolved(days));
  refuse([
    ...organizationProblems(organizationId),
    ...numberProblems("retentionDays", retentionDays, 1),
    ...numberProblems("objectLockDays", objectLockDays, 1),
    ...(isKnown && objectLockDays !== undefined && objectLockDays > retentionDays
      ? [`'objectLockDays' must be at most retentionDays, ${retentionDays}, got: ${objectLockDays}`]
      : []),
    ...keyProblems("existingKeyArn", existingKeyArn),
  ]);
}
