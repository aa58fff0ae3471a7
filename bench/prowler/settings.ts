import type { SignInAlertsProps } from "../../src/stacks";

const account = "111111111111";
const region = "eu-central-1";
const trail = { type: "create", deletionProtection: false } as const;

/** One account with the trail, the hub and a forwarder, so that one run of Prowler sees all. */
export const audited: {
  readonly account: string;
  readonly region: string;
  readonly props: SignInAlertsProps;
} = {
  account,
  region,
  props: {
    organization: { id: "o-a1b2c3d4e5", managementAccount: account },
    hub: { account, region },
    accounts: [{ id: account, name: "only", roleName: "none" }],
    regions: [region, "us-east-1"],
    acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
    trail,
    recipients: ["security@example.com"],
    operations: { recipients: ["platform@example.com"] },
  },
};

/** What an auditor's tool is asked about: by default, without the alarms for it, and with all that it wants. */
export const settings: Readonly<Record<string, SignInAlertsProps>> = {
  "as it comes": audited.props,
  "`logAlarms.cis: off`": { ...audited.props, logAlarms: { cis: "off" } },
  "`logAlarms.cis: all`, `trail.logReadEvents: true`": {
    ...audited.props,
    logAlarms: { cis: "all" },
    trail: { ...trail, logReadEvents: true },
  },
};
