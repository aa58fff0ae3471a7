import fc from "fast-check";
import type { SignInAlertsProps } from "../../src/stacks";
import { some } from "./kind-choices";

/** Keys that say how Terraform deploys, drawn each for itself. */
export const deployment = {
  roleName: fc.constant("Deployer"),
  externalId: fc.constant("1a2b3c"),
  createdRoles: some({
    path: fc.constantFrom("/", "/security/alerts/"),
    permissionsBoundary: fc.constantFrom("teams/boundary", "Boundary"),
  }),
  sessionName: fc.constant("terraform"),
  profile: fc.constant("deploy"),
  ignoreTags: some({
    keys: fc.constantFrom([], ["CostCenter"]),
    keyPrefixes: fc.constantFrom(["cost:"], ["cost:", "c7n:"]),
  }),
  tags: fc.constant({ team: "security" }),
  namePrefix: fc.constantFrom("alerts", "a-name-that-is-rather-long"),
  stackPrefix: fc.constant("org"),
  providerVersion: fc.constant("~> 6.30"),
  backend: fc.constantFrom<NonNullable<SignInAlertsProps["backend"]>>(
    { type: "local" },
    { type: "s3", bucket: "example-states", region: "eu-central-1", keyPrefix: "alerts/a" },
    { type: "cloud", organization: "example", hostname: "terraform.example.com" },
  ),
};
