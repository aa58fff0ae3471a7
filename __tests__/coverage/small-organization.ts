import type { App } from "cdktf";
import {
  coverageOf,
  inventoryOfStacks,
  type CoverageReport,
  type ExpectedCoverage,
  type StackDocument,
} from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import { SignInAlerts, type SignInAlertsProps } from "../../src/stacks";
import { synthesizedOnce } from "../terraform/synthesized-once";

export const MANAGEMENT = "111111111111";
export const HUB = "222222222222";
export const MEMBER = "333333333333";
export const HUB_REGION = "eu-central-1";
const regions = ["eu-central-1", "us-east-1", "us-east-2"];

/** Three accounts in three regions. */
export const smallOrganization: SignInAlertsProps = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: MANAGEMENT },
  hub: { account: HUB, region: HUB_REGION },
  accounts: [
    { id: MANAGEMENT, name: "management", roleName: "none" },
    { id: HUB, name: "security-tooling" },
    { id: MEMBER, name: "payments" },
  ],
  regions,
  acceptMissingRegions: ["us-west-2", "eu-north-1", "ap-southeast-2"],
  recipients: ["security@example.com"],
};

/** A formatter, a channel of chat and AWS User Notifications, to be put into the organization. */
export const everyChannel = {
  formatter: true,
  routes: [
    { name: "mail", recipients: ["security@example.com"] },
    { name: "slack", slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
  ],
  userNotifications: {
    emails: [{ name: "security", address: "security@example.com" }],
    accounts: ["management"],
  },
} satisfies Partial<SignInAlertsProps>;

/** What the configuration asks for, as the command hands it to the check. */
export const expected: ExpectedCoverage = expectationsOf(resolve(smallOrganization));

/** The organization, some of it replaced; routes stand in the place of its recipients. */
export function organizationWith(replaced: Partial<SignInAlertsProps>): SignInAlertsProps {
  const { recipients, ...organization } = smallOrganization;
  return {
    ...organization,
    ...(recipients && !replaced.routes && { recipients }),
    ...replaced,
  };
}

/** Puts the organization into an app, some of it replaced. */
export function inApp(replaced: Partial<SignInAlertsProps> = {}): (app: App) => void {
  return (app) => {
    new SignInAlerts(app, "signin-alerts", organizationWith(replaced));
  };
}

/** The Terraform of the organization, some of it replaced. */
export function stacksOf(replaced: Partial<SignInAlertsProps> = {}): readonly StackDocument[] {
  return synthesizedOnce(organizationWith(replaced)).map(({ name, configuration }) => ({
    name,
    document: configuration,
  }));
}

/** The coverage of some Terraform. */
export function reportOf(stacks: readonly StackDocument[], want = expected): CoverageReport {
  return coverageOf(inventoryOfStacks(stacks), { expected: want });
}
