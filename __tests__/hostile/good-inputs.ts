import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { SignInAlerts, type SignInAlertsProps } from "../../src/stacks";

const ACCOUNT = "111111111111";

/** One account in one region: the fewer places, the likelier each is hit. */
const configuration: SignInAlertsProps = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: ACCOUNT },
  hub: { account: ACCOUNT, region: "us-east-1" },
  accounts: [{ id: ACCOUNT, name: "management", roleName: "none" }],
  regions: ["us-east-1"],
  acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
  recipients: ["security@example.com"],
};

/** Files that are all right, of each kind that a command reads. */
export interface GoodInputs {
  readonly root: string;
  /** Paths of the JSON files under `root`. */
  readonly files: readonly string[];
}

const real = join(__dirname, "../fixtures/real");

/** Writes the files. */
export function goodInputs(): GoodInputs {
  const root = mkdtempSync(join(tmpdir(), "signin-hostile-"));
  const app = new App({ outdir: join(root, "out") });
  new SignInAlerts(app, "signin-alerts", configuration);
  app.synth();
  cpSync(join(root, "out"), join(root, "base"), { recursive: true });
  cpSync(join(real, "first-plan/signin-hub.json"), join(root, "plan.json"));
  cpSync(join(real, "state/signin-hub.json"), join(root, "state.json"));
  const event = join(__dirname, "../events/root-sign-in-with-mfa.json");
  cpSync(event, join(root, "event.json"));
  // Edge: an event of the catalog's.
  const { detail } = JSON.parse(readFileSync(event, "utf8")) as { readonly detail: object };
  writeFileSync(join(root, "records.json"), JSON.stringify({ Records: [detail, detail] }));
  const rule = "delivered-twice";
  const accepted = { rule, resource: "a", reason: "known", until: "1970-06-30" };
  writeFileSync(join(root, "accept.json"), JSON.stringify({ accept: [accepted, accepted] }));
  writeFileSync(join(root, "configuration.json"), JSON.stringify(configuration));
  const stacks = readdirSync(join(root, "out/stacks")).map(
    (name) => `out/stacks/${name}/cdk.tf.json`,
  );
  return {
    root,
    files: [
      ...stacks,
      ...["out/manifest.json", "plan.json", "state.json", "event.json", "configuration.json"],
      ...["records.json", "accept.json"],
    ],
  };
}
