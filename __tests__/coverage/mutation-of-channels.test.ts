import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { allMutants } from "./mutation/all-mutants";
import { testMutants } from "./mutation/every-mutant";
import { originals } from "./mutation/mutant";
import { organizationWith, stacksOf } from "./small-organization";

const channels = {
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

const known = new Set(
  originals(stacksOf()).map(({ stack, type, name }) => `${stack} ${type}.${name}`),
);

describe("coverage of Terraform that was broken in one place, with a formatter, chat and AWS User Notifications", () => {
  const stacks = stacksOf(channels);
  testMutants({
    stacks,
    expected: expectationsOf(resolve(organizationWith(channels))),
    // What the organization has as it comes is broken in a test of its own.
    mutants: allMutants(stacks).filter(
      ({ stack, address }) => !address.startsWith("aws.") && !known.has(`${stack} ${address}`),
    ),
  });
});
