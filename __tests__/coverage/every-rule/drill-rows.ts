import { drillRoles, foundWithDrills, principal } from "../guards/drill-organization";
import type { Change } from "./raise";
import type { Rows } from "./path-rows";

const role = (change: Change) => () => foundWithDrills(drillRoles(change));

/** What is wrong with roles of drills. */
export const drillRows: Rows = {
  "drill-role-missing": role(undefined),
  "drill-role-denies": role(principal({ AWS: "arn:aws:iam::222222222222:role/other" })),
  "drill-role-open": role(principal("*")),
  "drill-role-permissions": role({
    managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
  }),
};
