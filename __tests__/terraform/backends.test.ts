import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SignInAlerts, type Backend } from "../../src/stacks";
import { describeTerraform } from "./describe-terraform";
import { minimal } from "./organizations";
import { synthesizedStacks, temporaryFolder } from "./synthesized-stacks";
import { offline, run } from "./terraform-command";
import { findTerraform } from "./terraform-binary";

const backends: readonly Backend[] = [
  {
    type: "s3",
    bucket: "states",
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
    storageAccount: "states",
    container: "alerts",
    resourceGroup: "states",
    subscriptionId: "00000000-0000-4000-8000-000000000001",
    tenantId: "00000000-0000-4000-8000-000000000002",
  },
  {
    type: "gcs",
    bucket: "states",
    kmsKey: "projects/example/locations/eu/keyRings/states/cryptoKeys/states",
    serviceAccount: "states@example.iam.gserviceaccount.com",
  },
  { type: "http", address: "https://states.invalid/aws", locking: "gitlab" },
  {
    type: "cloud",
    organization: "example",
    hostname: "states.invalid",
    project: "Security alerts",
    workspacePrefix: "aws-",
  },
];

/** The settings of the hub's stack, without the provider. */
function settingsOf(backend: Backend): Readonly<Record<string, unknown>> {
  const stacks = synthesizedStacks(
    (app) => {
      new SignInAlerts(app, "alerts", { ...minimal, backend });
    },
    { skipValidation: true },
  );
  const hub = stacks.find(({ name }) => name === "signin-hub");
  // Edge: the configuration was read from JSON.
  const settings = hub?.configuration["terraform"] as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => ["backend", "cloud"].includes(name)),
  );
}

/** The same with an argument that no backend has: Terraform refuses it before it asks for the state. */
function withUnknown(settings: Readonly<Record<string, unknown>>): unknown {
  const add = (block: unknown) => ({ ...(block as object), bogus: "x" });
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      name === "cloud"
        ? add(value)
        : Object.fromEntries(
            Object.entries(value as object).map(([type, block]) => [type, add(block)]),
          ),
    ]),
  );
}

describeTerraform("the arguments of each backend", () => {
  test.each(backends.map((backend) => [backend.type, backend] as const))(
    "Terraform knows all of %s, and would name one that it does not know",
    async (_, backend) => {
      const folder = join(temporaryFolder(), "stack");
      mkdirSync(folder);
      const document = { terraform: withUnknown(settingsOf(backend)) };
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(document));
      const { code, stdout, stderr } = await run({
        command: findTerraform()?.command ?? "terraform",
        args: ["init", "-input=false", "-no-color"],
        folder,
        environment: offline,
      });
      rmSync(join(folder, ".."), { recursive: true, force: true });
      expect(code).not.toBe(0);
      const named = `${stdout}${stderr}`.match(/No argument or block type is named "\w+"/gu);
      expect(named).toEqual(['No argument or block type is named "bogus"']);
    },
  );
});
