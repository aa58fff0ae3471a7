import type { NeededPermission } from "../needed-permission";

/** Every permission that reading an organization takes; a test compares it with the calls that are made. */
export const organizationPermissions: readonly NeededPermission[] = [
  {
    action: "organizations:DescribeOrganization",
    calls: "1",
    purpose: "the organization's id and management account",
  },
  { action: "organizations:ListAccounts", calls: "1 for 20 accounts", purpose: "every account" },
  {
    action: "organizations:ListAccountsForParent",
    calls: "1 or more for each unit",
    purpose:
      "who is in a unit of `rollout` or `acceptUncovered`, and below; not called without such",
  },
  {
    action: "organizations:ListOrganizationalUnitsForParent",
    calls: "1 or more for each unit",
    purpose: "units below those",
  },
  {
    action: "organizations:ListDelegatedAdministrators",
    calls: "0 to 2",
    purpose: "whether `rollout.account` and `trail.account`, where they are members, are delegated",
  },
  {
    action: "organizations:ListTagsForResource",
    calls: "1 for each account",
    purpose: "tags that the configuration uses; not called without such, nor with `--no-tags`",
  },
  {
    action: "account:ListRegions",
    calls: "1 for each account",
    purpose: "which regions are on, asked from one place: no role in the accounts",
  },
];
