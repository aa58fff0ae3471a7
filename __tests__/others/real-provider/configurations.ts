import { join } from "node:path";
import type { App } from "cdktf";
import { loadConfiguration, type SignInAlertsProps } from "../../../src/stacks";
import { exampleIn } from "../../stacks/example-organization";
import { stacksOfChat } from "../../terraform/chat-stacks";
import * as organizations from "../../terraform/organizations";

const { everything, existingTrail, organizationOf, small } = organizations;
const file = (path: string): SignInAlertsProps =>
  loadConfiguration(join(__dirname, "../../..", path));

const formatter: SignInAlertsProps = { ...small, formatter: true };
const notifications: SignInAlertsProps = {
  ...small,
  userNotifications: { emails: [{ name: "security", address: "security@example.com" }] },
};
const govCloud = exampleIn("us-gov-west-1");
const china = exampleIn("cn-north-1");

/** Every configuration that the real provider validates. */
export const validated: readonly (readonly [string, (app: App) => void])[] = [
  ["the checked-in configuration", organizationOf(file("signin-alerts.yaml"))],
  ["the template's", organizationOf(file("template/signin-alerts.yaml"))],
  ["example organization", organizationOf(file("examples/organization/signin-alerts.yaml"))],
  [
    "example existing-control-tower",
    organizationOf(file("examples/existing-control-tower/signin-alerts.yaml")),
  ],
  ["example stack-set", organizationOf(file("examples/stack-set/signin-alerts.yaml"))],
  ["one account that is everything", organizationOf(organizations.minimal)],
  ["every kind and option", organizationOf(everything)],
  ["watched principals and notes", organizationOf(organizations.watched)],
  ["an existing trail", organizationOf(existingTrail)],
  ["17 regions", organizationOf(organizations.wide)],
  ["one provider for each account", organizationOf(organizations.regionArgument)],
  ["a stack set", organizationOf(organizations.stackSet)],
  ["the function that writes messages", organizationOf(formatter)],
  ["User Notifications", organizationOf(notifications)],
  ["chat channels", stacksOfChat],
  ["GovCloud", organizationOf(govCloud)],
  ["China", organizationOf(china)],
];

/** Two regions instead of five or seventeen: every further one is the same resources again. */
function inTwoRegions(props: SignInAlertsProps): SignInAlertsProps {
  return {
    ...props,
    regions: ["eu-central-1", "us-east-1"],
    acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
    regionStrategy: "provider-per-region",
  };
}

/** One region of a partition, where a trail can be destroyed again and each region has a provider. */
function alone(props: SignInAlertsProps): SignInAlertsProps {
  return {
    ...props,
    accounts: props.accounts.slice(0, 2),
    trail: { type: "create", deletionProtection: false },
    regionStrategy: "provider-per-region",
  };
}

/** A configuration for each set of resource types and each partition, in few regions. */
export const variants = {
  "every kind and option": inTwoRegions(everything),
  "an existing trail": inTwoRegions(existingTrail),
  "a stack set": inTwoRegions(organizations.stackSet),
  "the function that writes messages": inTwoRegions(formatter),
  GovCloud: alone(govCloud),
  China: alone(china),
} as const satisfies Readonly<Record<string, SignInAlertsProps>>;

/** Terraform starts the provider twice per command and region. */
function inOneRegion(props: SignInAlertsProps): SignInAlertsProps {
  return {
    ...props,
    regions: ["us-east-1"],
    accounts: props.accounts.map((account) => ({ ...account, optInRegions: [] })),
    acceptMissingRegions: organizations.leastRegions.filter((region) => region !== "us-east-1"),
    regionStrategy: "provider-per-region",
  };
}

/** What is applied: between them they have every resource type that is generated, and both kinds of trail. */
export const applied = {
  "every kind and option, the function and a stack set": {
    ...inOneRegion(everything),
    formatter: true,
    rollout: {
      type: "stack-set",
      organizationalUnits: ["ou-ab12-c3d4e5f6"],
      account: "111111111111",
      accounts: 40,
    },
  },
  "an existing trail in GovCloud": {
    ...alone(govCloud),
    trail: {
      type: "existing",
      account: govCloud.organization.managementAccount,
      homeRegion: "us-gov-west-1",
      logGroupArn: `arn:aws-us-gov:logs:us-gov-west-1:${govCloud.organization.managementAccount}:log-group:aws-controltower/CloudTrailLogs`,
    },
  },
} as const satisfies Readonly<Record<string, SignInAlertsProps>>;
