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
  drill: fc.record(
    {
      trustedPrincipals: fc.constantFrom(
        ["arn:aws:iam::111111111111:role/ci/Drill"],
        ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:user/lena"],
      ),
      externalId: fc.constant("1a2b3c"),
    },
    { requiredKeys: ["trustedPrincipals"] },
  ),
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
    {
      type: "s3",
      bucket: "example-states",
      region: "eu-central-1",
      kmsKeyId: "alias/states",
      profile: "states",
      assumeRole: {
        roleArn: "arn:aws:iam::111111111111:role/states",
        externalId: "1a2b3c",
        sessionName: "states",
      },
    },
    {
      type: "azurerm",
      storageAccount: "examplestates",
      container: "states",
      keyPrefix: "alerts/a",
      azureAd: false,
      resourceGroup: "states",
      subscriptionId: "00000000-0000-4000-8000-000000000001",
      tenantId: "00000000-0000-4000-8000-000000000002",
    },
    {
      type: "gcs",
      bucket: "example_states",
      keyPrefix: "alerts/a",
      kmsKey: "projects/example/locations/eu/keyRings/states/cryptoKeys/states",
      serviceAccount: "states@example.iam.gserviceaccount.com",
    },
    {
      type: "http",
      address: "https://gitlab.example.com/api/v4/projects/7/terraform/state",
      locking: "gitlab",
    },
    {
      type: "cloud",
      organization: "example",
      project: "Security alerts",
      workspacePrefix: "aws-",
    },
    { type: "cloud", organization: "example", hostname: "terraform.example.com" },
  ),
};
