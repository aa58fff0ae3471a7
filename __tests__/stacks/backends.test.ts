import type { Backend, SignInAlertsProps } from "../../src/stacks";
import { example, Organization } from "./example-organization";

function settingsWith(
  backend?: Backend,
  more: Partial<SignInAlertsProps> = {},
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const { stacks } = new Organization({ ...example, ...(backend && { backend }), ...more });
  return new Map(stacks.map(({ name, terraform }) => [name, terraform]));
}

describe("without a backend", () => {
  test("the state of each stack is a file beside cdktf.out, by a relative path", () => {
    for (const [name, { backend }] of settingsWith()) {
      expect(backend).toEqual({ local: { path: `../../../terraform.${name}.tfstate` } });
    }
  });
});

describe("the S3 backend", () => {
  const s3 = { type: "s3", bucket: "states", region: "eu-central-1" } as const;

  test("has a key per stack, encryption, and a lock file rather than a table", () => {
    for (const [name, { backend }] of settingsWith(s3)) {
      expect(backend).toEqual({
        s3: {
          bucket: "states",
          region: "eu-central-1",
          key: `signin-alerts/${name}.tfstate`,
          encrypt: true,
          use_lockfile: true,
        },
      });
    }
  });

  test("puts the states into the folder that is asked for", () => {
    expect(settingsWith({ ...s3, keyPrefix: "aws/alerts" }).get("signin-hub")).toMatchObject({
      backend: { s3: { key: "aws/alerts/signin-hub.tfstate" } },
    });
  });
});

describe("the cloud backend", () => {
  test("has a workspace per stack, of the stack's name", () => {
    for (const [name, settings] of settingsWith({ type: "cloud", organization: "example" })) {
      expect(settings).toMatchObject({
        cloud: { organization: "example", workspaces: { name } },
      });
      expect(settings).not.toHaveProperty("backend");
    }
  });

  test("is on the host that is asked for", () => {
    const hostname = "terraform.example.com";
    const settings = settingsWith({ type: "cloud", organization: "example", hostname });
    expect(settings.get("signin-trail")).toMatchObject({ cloud: { hostname } });
  });
});

describe("the backends of companies", () => {
  const states: readonly (readonly [Backend, object])[] = [
    [
      {
        type: "s3",
        bucket: "states",
        region: "eu-central-1",
        kmsKeyId: "alias/states",
        profile: "states",
        assumeRole: { roleArn: "arn:aws:iam::111111111111:role/states", externalId: "1a2b3c" },
      },
      {
        backend: {
          s3: {
            kms_key_id: "alias/states",
            profile: "states",
            assume_role: {
              role_arn: "arn:aws:iam::111111111111:role/states",
              external_id: "1a2b3c",
            },
            use_lockfile: true,
          },
        },
      },
    ],
    [
      { type: "azurerm", storageAccount: "states", container: "alerts" },
      {
        backend: {
          azurerm: {
            storage_account_name: "states",
            container_name: "alerts",
            key: "signin-alerts/signin-hub.tfstate",
            use_azuread_auth: true,
          },
        },
      },
    ],
    [
      { type: "gcs", bucket: "states", keyPrefix: "aws" },
      { backend: { gcs: { bucket: "states", prefix: "aws/signin-hub" } } },
    ],
    [
      { type: "http", address: "https://git.example.com/state", locking: "gitlab" },
      {
        backend: {
          http: {
            address: "https://git.example.com/state/signin-hub",
            lock_address: "https://git.example.com/state/signin-hub/lock",
            unlock_address: "https://git.example.com/state/signin-hub/lock",
            lock_method: "POST",
            unlock_method: "DELETE",
          },
        },
      },
    ],
    [
      { type: "cloud", organization: "example", project: "Alerts", workspacePrefix: "aws-" },
      { cloud: { workspaces: { name: "aws-signin-hub", project: "Alerts" } } },
    ],
  ];

  test.each(states)("have a state for each stack: %j", (backend, expected) => {
    const settings = settingsWith(backend);
    expect(settings.get("signin-hub")).toMatchObject(expected);
    const kept = [...settings.values()].map((each) =>
      JSON.stringify(each["backend"] ?? each["cloud"]),
    );
    expect(new Set(kept).size).toBe(settings.size);
  });

  test("an address is locked at itself, unless it is not locked at all", () => {
    const http = { type: "http", address: "https://git.example.com/state" } as const;
    const address = "https://git.example.com/state/signin-hub";
    expect(settingsWith(http).get("signin-hub")?.["backend"]).toEqual({
      http: { address, lock_address: address, unlock_address: address },
    });
    expect(settingsWith({ ...http, locking: "off" }).get("signin-hub")?.["backend"]).toEqual({
      http: { address },
    });
  });
});

describe("each stack", () => {
  test("asks for a range of provider versions and a Terraform with lock files", () => {
    for (const settings of settingsWith().values()) {
      expect(settings).toMatchObject({
        required_version: ">= 1.10.0",
        required_providers: {
          aws: { source: "hashicorp/aws", version: ">= 6.25.0, < 7.0.0" },
        },
      });
    }
  });

  test("asks for the provider versions of the configuration", () => {
    for (const settings of settingsWith(undefined, { providerVersion: "6.30.0" }).values()) {
      expect(settings["required_providers"]).toEqual({
        aws: { source: "hashicorp/aws", version: "6.30.0" },
      });
    }
  });
});
