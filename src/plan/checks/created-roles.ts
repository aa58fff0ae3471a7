import { boundaryOfArn } from "../../aws/permissions-boundary";
import type { Check } from "./checked";

const path = ["createdRoles", "permissionsBoundary"];

/** A boundary is of the role's own account or of AWS itself: one ARN cannot be of several accounts. */
const checkBoundary: Check = ({ draft, plan: { partition, accounts, stackSet }, knows }) => {
  const value = draft.createdRoles?.permissionsBoundary;
  const arn = value === undefined ? undefined : boundaryOfArn(value);
  if (arn === undefined || !knows("accounts", "hub")) return [];
  const isManaged = arn.account === "aws";
  const meant = isManaged ? `arn:${partition}:iam::aws:policy/${arn.name}` : arn.name;
  const others = accounts.filter(({ id }) => id !== arn.account).length;
  const problem =
    arn.partition !== partition
      ? `this policy is in the partition ${arn.partition}, the roles in ${partition}`
      : !isManaged && (others > 0 || stackSet)
        ? `this policy is of the account ${arn.account}, and a role of another account cannot have it`
        : undefined;
  if (problem === undefined) return [];
  return [
    {
      path,
      value,
      problem,
      allowed: "the name of a policy that each account has, or a policy of AWS",
      fix: `write ${meant}${isManaged ? "" : ", and create the policy in each account"}`,
      edits: [{ path, set: meant }],
    },
  ];
};

/** The roles that are created. */
export const createdRoleChecks: readonly Check[] = [checkBoundary];
