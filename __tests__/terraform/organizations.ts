import type { App } from "cdktf";
import { defaultRegions } from "../../src/aws";
import { catalog } from "../../src/catalog";
import { SignInAlerts, type SignInAlertsProps } from "../../src/stacks";

/** The regions without which sign-ins go unnoticed: the least that a configuration may cover. */
export const leastRegions = [
  "ap-southeast-2",
  "eu-north-1",
  "us-east-1",
  "us-east-2",
  "us-west-2",
] as const;

/** A trail that a test may destroy again. */
const trail = { type: "create", deletionProtection: false } as const;

/** One account that is everything. */
export const minimal: SignInAlertsProps = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "us-east-1" },
  accounts: [{ id: "111111111111", name: "everything", regions: leastRegions }],
  trail,
  recipients: ["security@example.com"],
};

/** Two accounts without recipients yet. */
export const twoAccounts: SignInAlertsProps = {
  organization: minimal.organization,
  hub: { account: "222222222222", region: "eu-central-1" },
  regions: leastRegions,
  accounts: [
    { id: "111111111111", name: "management", roleName: "none" },
    { id: "222222222222", name: "security-tooling" },
  ],
  trail,
  tags: { version: "1" },
};

/** Two accounts, few regions: small enough to change again and again. */
export const small: SignInAlertsProps = { ...twoAccounts, recipients: ["security@example.com"] };

/** Every kind and option on. */
/** A user and a role that are watched, and notes. */
export const watched: SignInAlertsProps = {
  ...minimal,
  kinds: { "root-sign-in": { note: "Runbook: https://wiki.example.com/root" } },
  watch: [
    {
      name: "break-glass",
      principals: ["user/break-glass", "arn:aws:iam::111111111111:role/BreakGlass", "role/Admin"],
      note: "Runbook: https://wiki.example.com/break-glass",
    },
  ],
};
export const everything: SignInAlertsProps = {
  ...twoAccounts,
  kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on" as const])),
  message: "full",
  trail: {
    ...trail,
    account: "222222222222",
    homeRegion: "us-west-2",
    bucketName: "example-organization-trail",
    retentionDays: 400,
    logRetentionDays: 365,
    objectLockDays: 30,
    accessLogBucketName: "access-logs",
  },
  heartbeat: { hours: 6 },
  retry: { seconds: 3600, attempts: 10 },
  operations: { recipients: ["platform@example.com"] },
  logAlarms: {
    signIns: 2,
    failures: 3,
    users: [{ name: "break-glass", userNames: ["break-glass-1", "break-glass-2"] }],
  },
  routes: [
    { name: "urgent", kinds: ["root-sign-in", "assume-root"], recipients: ["oncall@example.com"] },
    { name: "all", recipients: ["security@example.com", "audit@example.com"] },
  ],
  accounts: [
    { id: "111111111111", name: "management", roleName: "none", optInRegions: ["eu-south-1"] },
    { id: "222222222222", name: "security-tooling", roleName: "deployer" },
  ],
};

/** An existing trail, its log group in another account and region than the hub. */
export const existingTrail: SignInAlertsProps = {
  ...small,
  trail: {
    type: "existing",
    account: "111111111111",
    homeRegion: "us-east-1",
    logGroupArn: "arn:aws:logs:us-east-1:111111111111:log-group:aws-controltower/CloudTrailLogs",
  },
};

/** Three accounts in all 17 regions that need no opt-in. */
export const wide: SignInAlertsProps = {
  ...small,
  regions: defaultRegions("aws"),
  accounts: ["111111111111", "222222222222", "333333333333"].map((id) => ({ id, name: id })),
};

/** One provider for all regions of an account, one region more and one less than before. */
export const regionArgument: SignInAlertsProps = {
  ...wide,
  regionStrategy: "region-argument",
  accounts: wide.accounts.map((account) => ({ ...account, optInRegions: ["eu-south-1"] })),
};

/** Organizational units that CloudFormation covers, beside accounts that Terraform does. */
export const stackSet: SignInAlertsProps = {
  ...small,
  rollout: {
    type: "stack-set",
    organizationalUnits: ["ou-ab12-c3d4e5f6", "ou-ab12-0a1b2c3d"],
    account: "222222222222",
    accounts: 40,
  },
  accounts: [
    ...small.accounts,
    { id: "333333333333", name: "payments", organizationalUnit: "ou-ab12-c3d4e5f6" },
  ],
};

/** An app of the organization. */
export function organizationOf(props: SignInAlertsProps): (app: App) => void {
  return (app) => {
    new SignInAlerts(app, "signin-alerts", props);
  };
}
