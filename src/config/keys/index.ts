import { createdRoleKeys } from "./created-roles";
import { deploymentKeys } from "./deployment";
import { drillKeys } from "./drill";
import { group } from "./key";
import { organizationKeys } from "./organization";
import { recipientKeys } from "./recipients";
import { trailKeys } from "./trail";

/** Everything that may be written: the one table of keys. */
export const configuration = group(
  "Sign-in alerts of an AWS organization.",
  {
    ...organizationKeys,
    ...trailKeys,
    ...recipientKeys,
    ...deploymentKeys,
    ...createdRoleKeys,
    ...drillKeys,
  },
  { as: "SignInAlertsProps", required: true },
);
