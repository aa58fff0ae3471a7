import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { App } from "cdktf";
import { readConfiguration } from "../../../src/config/read-configuration";
import { checkConfiguration, loadConfiguration, type SignInAlertsProps } from "../../../src/stacks";
import { exampleIn } from "../../stacks/example-organization";
import { stacksOfChat } from "../../terraform/chat-stacks";
import * as organizations from "../../terraform/organizations";

const { everything, existingTrail, organizationOf, small } = organizations;
const root = join(__dirname, "../../..");
const file = (path: string): SignInAlertsProps => loadConfiguration(join(root, path));

const formatter: SignInAlertsProps = { ...small, formatter: true };
const notifications: SignInAlertsProps = {
  ...small,
  userNotifications: { emails: [{ name: "security", address: "security@example.com" }] },
};
const govCloud = exampleIn("us-gov-west-1");
const china = exampleIn("cn-north-1");

const folder = join(root, "__tests__/fixtures/configurations");
/** When they were written: what is ignored in them ends later, and is refused after its end. */
const day = new Date("2026-12-01T12:00:00Z");

/** What a single key, or a few, generate. */
const written = readdirSync(folder)
  .sort()
  .map((name) => {
    const props = readConfiguration(join(folder, name), (draft) => checkConfiguration(draft, day));
    return [basename(name, ".yaml"), lasting(props)] as const;
  });

/** Whatever day it is, what is ignored ends later. */
function lasting(props: SignInAlertsProps): SignInAlertsProps {
  if (props.ignore === undefined) return props;
  const until = `${new Date().getUTCFullYear() + 1}-12-31`;
  return { ...props, ignore: props.ignore.map((each) => ({ ...each, until })) };
}

/** Every configuration of the tests, examples and templates. */
export const configurations: readonly (readonly [string, SignInAlertsProps])[] = [
  ["the checked-in configuration", file("signin-alerts.yaml")],
  ["the template's", file("template/signin-alerts.yaml")],
  ["example organization", file("examples/organization/signin-alerts.yaml")],
  ["example existing-control-tower", file("examples/existing-control-tower/signin-alerts.yaml")],
  ["example stack-set", file("examples/stack-set/signin-alerts.yaml")],
  ["one account that is everything", organizations.minimal],
  ["every kind and option", everything],
  ["watched principals and notes", organizations.watched],
  ["an existing trail", existingTrail],
  ["17 regions", organizations.wide],
  ["one provider for each account", organizations.regionArgument],
  ["a stack set", organizations.stackSet],
  ["the function that writes messages", formatter],
  ["User Notifications", notifications],
  ["GovCloud", govCloud],
  ["China", china],
  ...written,
];

/** What the real provider validates: the configurations, and constructs without one. */
export const validated: readonly (readonly [string, (app: App) => void])[] = [
  ...configurations.map(([name, props]) => [name, organizationOf(props)] as const),
  ["chat channels", stacksOfChat],
];

/** One region of a partition, where a trail can be destroyed again and each region has a provider. */
function alone(props: SignInAlertsProps): SignInAlertsProps {
  return {
    ...props,
    accounts: props.accounts.slice(0, 2),
    trail: { type: "create", deletionProtection: false },
    regionStrategy: "provider-per-region",
  };
}

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
