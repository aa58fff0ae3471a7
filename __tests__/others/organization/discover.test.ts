import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CloseAccountCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { parse } from "yaml";
import { MotoServer } from "../../../steps/judges/server";
import { capturedRun } from "../../cli/captured-run";
import { regionsWith } from "../../discovery/live-organization";
import { runFolder } from "../../run-folder";
import { describeJudged, tell, tellNot } from "../describe-judged";
import { startRegionsProxy, type RegionsProxy } from "./regions-proxy";

const management = "111111111111";
const members = Array.from({ length: 25 }, (_, i) => String(222_222_222_201 + i));
const [tooling = "", inUnit = "", closed = ""] = members;

describeJudged("the list of accounts", ["server"], ({ server: { python } }) => {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-moto-"));
  const file = join(folder, "signin-alerts.yaml");
  const before = { ...process.env };
  let moto: MotoServer;
  let proxy: RegionsProxy;
  let organization = "";
  let unit = "";

  const discover = (...argv: readonly string[]) =>
    capturedRun(["discover", "--config", file, "--format", "json", ...argv]);

  beforeAll(async () => {
    const log = join(runFolder(), "moto-discover.log");
    moto = await MotoServer.start({ python, accounts: [management, ...members], log });
    proxy = await startRegionsProxy(moto.url, (account) =>
      regionsWith(...(account === tooling ? ["eu-south-1"] : [])),
    );
    Object.assign(process.env, moto.environment, { AWS_ENDPOINT_URL: proxy.url });
    const client = new OrganizationsClient({ region: "us-east-1" });
    const { Organization } = await client.send(new CreateOrganizationCommand({}));
    organization = Organization?.Id ?? "";
    const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
    const ParentId = root?.Id ?? "";
    for (const id of members) {
      await client.send(
        new CreateAccountCommand({
          AccountName: `account-${id}`,
          Email: `${id}@example.com`,
          Tags: [{ Key: "env", Value: "prod" }],
        }),
      );
    }
    const create = async (parent: string) => {
      const { OrganizationalUnit } = await client.send(
        new CreateOrganizationalUnitCommand({ ParentId: parent, Name: "people" }),
      );
      return OrganizationalUnit?.Id ?? "";
    };
    unit = await create(ParentId);
    const DestinationParentId = await create(unit);
    await client.send(
      new MoveAccountCommand({ AccountId: inUnit, SourceParentId: ParentId, DestinationParentId }),
    );
    await client.send(new CloseAccountCommand({ AccountId: closed }));
    client.destroy();
    writeFileSync(
      file,
      `# By hand
organization: { id: ${organization}, managementAccount: "${management}" }
hub: { account: "${tooling}", region: eu-central-1 }
accounts:
  - { id: "${management}", name: management, roleName: none } # ours
  - { id: "${tooling}", name: tooling, tags: { env: prod } }
  - { id: "${closed}", name: closed }
  - { id: "999999999999", name: gone }
rollout: { type: stack-set, organizationalUnits: [${unit}], accounts: 7 }
recipients: [security@example.com]
`,
    );
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await moto.stop();
    rmSync(folder, { recursive: true });
  });

  test("is compared page by page, units to the bottom, and the file says the same afterwards", async () => {
    const first = await discover();
    expect(first).toMatchObject({ code: 1, err: "" });
    const { differences, notKnown } = JSON.parse(first.out) as {
      readonly differences: readonly { readonly kind: string; readonly account?: string }[];
      readonly notKnown: readonly unknown[];
    };
    expect(notKnown).toEqual([]);
    const joined = members.slice(3);
    expect(differences.map(({ kind, account }) => `${kind} ${account ?? ""}`).sort()).toEqual(
      [
        ...joined.map((id) => `account-new ${id}`),
        `account-closed ${closed}`,
        "account-gone 999999999999",
        `region-enabled ${tooling}`,
        "unit-count ",
      ].sort(),
    );
    const written = await discover("--write");
    expect(written).toMatchObject({ code: 0, err: "" });
    const text = readFileSync(file, "utf8");
    expect(text).toContain("# By hand\n");
    expect(text).toContain("# ours\n");
    expect(parse(text)).toMatchObject({
      rollout: { organizationalUnits: [unit], accounts: 1 },
      accounts: [
        { id: management, name: "management" },
        { id: tooling, optInRegions: ["eu-south-1"] },
        ...joined.map((id) => ({ id, name: `account-${id}`, tags: { env: "prod" } })),
      ],
    });
    expect(await discover()).toMatchObject({ code: 0, err: "" });
    tell("server", "discover", 0);
    tellNot("server", "account:ListRegions", "moto has no API for it; a proxy answers");
  });

  test("begins a project", async () => {
    const project = join(folder, "project");
    const argv = [
      "--hub-account",
      tooling,
      "--hub-region",
      "eu-central-1",
      "--recipient",
      "a@b.example",
    ];
    const { code, err } = await capturedRun(["init", project, "--from-organization", ...argv]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(parse(readFileSync(join(project, "signin-alerts.yaml"), "utf8"))).toMatchObject({
      organization: { id: organization, managementAccount: management },
    });
  });
});
