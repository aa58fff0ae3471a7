import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { organizationAnswers } from "../discovery/stand-in-organization";
import { assumedRole, standInOfSuite } from "../live/stand-in";
import { capturedRun } from "./captured-run";

const UNIT = "ou-ab12-11111111";
const text = `organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111" }
hub: { account: "222222222222", region: us-east-1 }
regions: [us-east-1]
acceptMissingRegions: [ap-southeast-2, eu-north-1, us-east-2, us-west-2]
externalId: of-all
sessionName: alerts
accounts:
  - { id: "111111111111", name: management }
  - { id: "222222222222", name: tooling, externalId: of-tooling }
rollout:
  { type: stack-set, organizationalUnits: [${UNIT}], account: "111111111111", accounts: 3 }
recipients: [security@example.com]
`;
const folder = mkdtempSync(join(tmpdir(), "signin-alerts-live-"));
const file = join(folder, "signin-alerts.yaml");
const server = standInOfSuite();
/** Which organization answers. */
let organization = "o-a1b2c3d4e5";
/** The requests for roles, by the account of the role. */
const assumed = new Map<string, URLSearchParams>();

beforeAll(async () => {
  writeFileSync(file, text);
  // The SDK is loaded by the first.
  await coverage();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Reads an organization of which only AWS Organizations answers. */
async function coverage(...argv: readonly string[]) {
  assumed.clear();
  const answers = organizationAnswers({
    id: organization,
    managementAccount: "111111111111",
    accounts: {
      "111111111111": { name: "Management" },
      "222222222222": { name: "Tooling" },
      "333333333333": { name: "Joined yesterday" },
      "444444444444": { name: "Closed", state: "SUSPENDED" },
    },
    units: {
      "r-ab12": { accounts: ["111111111111", "222222222222"], units: [UNIT] },
      [UNIT]: { accounts: ["333333333333", "444444444444"] },
    },
  });
  server().respond = (operation, sent) => {
    if (operation !== "AssumeRole") return answers(operation, sent);
    const request = new URLSearchParams(sent);
    assumed.set(request.get("RoleArn")?.split(":")[4] ?? "", request);
    return assumedRole();
  };
  return capturedRun(["coverage", "--live", "--config", file, "--format", "json", ...argv]);
}

test("roles are assumed as the configuration has it", async () => {
  await coverage();
  const sent = [...assumed].map(([account, request]) => [
    account,
    request.get("ExternalId"),
    request.get("RoleSessionName"),
  ]);
  expect(sent.sort()).toEqual([
    ["111111111111", "of-all", "alerts"],
    ["222222222222", "of-tooling", "alerts"],
  ]);
});

test("another role, external id and session name go before those of the configuration", async () => {
  await coverage("--role-name", "Reader", "--session-name", "mine");
  expect(assumed.get("333333333333")?.get("RoleArn")).toBe("arn:aws:iam::333333333333:role/Reader");
  expect(assumed.get("222222222222")?.get("ExternalId")).toBeNull();
  expect(assumed.get("222222222222")?.get("RoleSessionName")).toBe("mine");
  await coverage("--role-name", "Reader", "--external-id", "given");
  expect(assumed.get("222222222222")?.get("ExternalId")).toBe("given");
});

test.each([
  [["--role-name", "a b"], '--role-name must be the name of a role.* not "a b"'],
  [["--role-name", ""], '--role-name must be the name of a role.* not ""'],
  [["--external-id", "x"], '--external-id must be 2 to 1224 .* not "x"'],
  [["--session-name", "a".repeat(65)], '--session-name must be 2 to 64 .* not "a+"'],
  [["--role-name", "a b", "--external-id", "x"], "--role-name must .*; --external-id must .*"],
])("refuses what AWS would not accept before anything is asked: %j", async (argv, problem) => {
  server().asked.length = 0;
  const { code, out, err } = await coverage(...argv);
  expect([code, out, server().asked]).toEqual([2, "", []]);
  expect(err).toMatch(new RegExp(`^signin-alerts: ${problem}\n$`, "u"));
});

test("refuses credentials of another organization than the configured one, and judges nothing", async () => {
  organization = "o-zzzzzzzzzz";
  const { code, out, err } = await coverage("--role-name", "Reader");
  organization = "o-a1b2c3d4e5";
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(
    /^signin-alerts: the configuration belongs to the organization o-a1b2c3d4e5, .*\n$/u,
  );
});

test("the active accounts of a unit are read in its place", async () => {
  const { out } = await coverage("--role-name", "Reader");
  const { accounts } = JSON.parse(out) as {
    accounts: readonly { id: string; name: string | null }[];
  };
  expect(accounts.map(({ id, name }) => [id, name])).toEqual([
    ["111111111111", "management"],
    ["222222222222", "tooling"],
    ["333333333333", null],
  ]);
});

test("a line at the end says how much was read, beside the report, and what is not known is a gap", async () => {
  const { code, err, out } = await coverage("--role-name", "Reader");
  expect(code).toBe(1);
  expect(err).toMatch(/^Read 3 places of 3 accounts by \d+ calls: \d+ not known\.\n$/);
  expect(out).not.toContain("Read 3 places");
});
