import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { organizationAnswers, type StandInOrganization } from "../discovery/stand-in-organization";
import { standInOfSuite, type StandInAnswer } from "../live/stand-in";
import { capturedRun, type Ending } from "./captured-run";

/** A configuration of three accounts, as a person writes it. */
export const text = `# Ours
organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111" }
hub: { account: "222222222222", region: eu-central-1 }
accounts:
  - id: "111111111111"
    name: management # ours
    roleName: none
  - id: "222222222222"
    name: tooling
  - id: "333333333333" # to be closed
    name: old
    tags: { env: prod }
recipients: [security@example.com]
`;

/** An organization that the text describes. */
export const same: StandInOrganization = {
  managementAccount: "111111111111",
  accounts: {
    "111111111111": { name: "Management" },
    "222222222222": { name: "Tooling" },
    "333333333333": { name: "Old", tags: { env: "prod" } },
  },
};

/** What fails, with the rest as it is. */
export const failing = (operation: string, answer: StandInAnswer): StandInOrganization => ({
  ...same,
  instead: (name) => (name === operation ? answer : undefined),
});

/** A folder with the configuration, and a server in the place of AWS. */
export interface DiscoverFolder {
  readonly file: string;
  /** Operations that the server was asked for. */
  readonly asked: () => readonly string[];
  /** What the SDK finds in the environment. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly discover: (
    organization: StandInOrganization,
    ...argv: readonly string[]
  ) => Promise<Ending>;
  readonly read: () => string;
  /** Names of the files in the folder. */
  readonly files: () => readonly string[];
}

/** Begins the server and the folder of a suite; each test finds the configuration as it was. */
export function discoverFolder(): DiscoverFolder {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-discover-"));
  const file = join(folder, "signin-alerts.yaml");
  const server = standInOfSuite();
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    server().asked.length = 0;
    writeFileSync(file, text);
  });
  return {
    file,
    asked: () => server().asked,
    environment: () => server().environment,
    discover: (organization, ...argv) => {
      server().respond = organizationAnswers(organization);
      return capturedRun(["discover", "--config", file, ...argv]);
    },
    read: () => readFileSync(file, "utf8"),
    files: () => readdirSync(folder),
  };
}
