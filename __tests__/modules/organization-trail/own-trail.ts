import { OrganizationTrail, type OrganizationTrailProps } from "../../../modules";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, MANAGEMENT, ORGANIZATION, REGION } from "../one-stack";

export const TRAIL = `arn:aws:cloudtrail:${REGION}:${MANAGEMENT}:trail/alerts-trail`;
export const LOG_GROUP = `arn:aws:logs:${REGION}:${MANAGEMENT}:log-group:alerts-trail`;
export const cloudTrail = { service: "cloudtrail.amazonaws.com" };

/** An organization trail in a user's own stack, in the management account unless replaced. */
export function trailContents(props: Partial<OrganizationTrailProps> = {}): StackContents {
  return contentsOf((stack, provider) => {
    new OrganizationTrail(stack, "trail", {
      provider,
      place: { account: MANAGEMENT, region: REGION },
      managementAccount: MANAGEMENT,
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      ...props,
    });
  });
}
