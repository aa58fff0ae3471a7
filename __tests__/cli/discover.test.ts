import { writeFileSync } from "node:fs";
import type { StandInOrganization } from "../discovery/stand-in-organization";
import { organizationPermissions } from "../../src/live/organization/permissions";
import { jsonError } from "../live/stand-in";
import { discoverFolder, failing, same, text } from "./discover-folder";

const { file, asked, discover, read, files } = discoverFolder();

const changed: StandInOrganization = {
  ...same,
  accounts: {
    ...same.accounts,
    "222222222222": { name: "Tooling", regions: ["eu-south-1"] },
    "333333333333": { name: "Old", state: "SUSPENDED" },
    "777777777777": { name: "payments dev", tags: { env: "dev", team: "a" } },
  },
};

test("ends with 0 where both say the same, by as few calls as there can be", async () => {
  const { code, out, err } = await discover(same);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`✓ ${file} says what AWS says: 3 active accounts.\n`);
  expect([...asked()].sort()).toEqual([
    ...["", "", ""],
    ...["DescribeOrganization", "GetCallerIdentity", "ListAccounts"],
    ...["ListTagsForResource", "ListTagsForResource", "ListTagsForResource"],
  ]);
});

test("ends with 1 and what to do where they differ, and writes nothing", async () => {
  const { code, out } = await discover({ ...changed, pageSize: 1 });
  expect(code).toBe(1);
  expect(out).toContain("✗ account 333333333333 (old) is SUSPENDED");
  expect(out).toContain("✗ account 777777777777 (payments dev) is active and not in accounts");
  expect(out).toContain("✗ account 222222222222 (tooling) has eu-south-1 enabled");
  expect(out).toContain(`3 differences between ${file} and AWS; signin-alerts discover --write`);
  expect(read()).toBe(text);
});

test("--write makes the configuration say what AWS says, and keeps the rest of the text", async () => {
  const { code, out } = await discover(changed, "--write");
  expect(code).toBe(0);
  expect(out).toContain(`Wrote ${file}: 3 differences settled.`);
  expect(read()).toBe(
    text.replace(
      /name: tooling\n[^]*?(?=recipients)/,
      `name: tooling
    optInRegions:
      - eu-south-1
  - id: "777777777777"
    name: payments dev
    tags:
      env: dev
`,
    ),
  );
  expect(files()).toEqual(["signin-alerts.yaml"]);
  expect((await discover(changed)).code).toBe(0);
});

test("the calls are those of the policy that the documentation gives", async () => {
  const hub = "222222222222";
  const unit = "ou-ab12-c3d4e5f6";
  const member = `rollout: { type: stack-set, account: "${hub}", organizationalUnits: [${unit}] }`;
  writeFileSync(file, `${text}${member}\n`);
  const service = "member.org.stacksets.cloudformation.amazonaws.com";
  const organization = {
    ...same,
    units: { [unit]: { accounts: [] } },
    administrators: { [service]: [hub] },
  };
  const { code } = await discover(organization);
  expect(code).toBe(0);
  const made = asked().map((operation) => {
    return operation === "" ? "account:ListRegions" : `organizations:${operation}`;
  });
  // Anybody may ask who they are.
  const called = new Set(made.filter((action) => action !== "organizations:GetCallerIdentity"));
  expect([...called].sort()).toEqual(organizationPermissions.map(({ action }) => action).sort());
});

test("--no-tags reads no tags", async () => {
  await discover(same, "--no-tags");
  expect(asked()).not.toContain("ListTagsForResource");
});

test("JSON names each difference by its kind and place", async () => {
  const { out } = await discover(changed, "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    organization: "o-a1b2c3d4e5",
    accounts: 3,
    differences: [
      { kind: "account-closed", account: "333333333333", state: "writable" },
      { kind: "account-new", account: "777777777777", state: "writable" },
      { kind: "region-enabled", account: "222222222222", region: "eu-south-1", state: "writable" },
    ],
    notKnown: [],
  });
});

test("fails with 2 where regions are denied, and says which and what it takes", async () => {
  const { code, out } = await discover(
    failing("ListRegions", jsonError("AccessDeniedException", "no", 403)),
  );
  expect(code).toBe(2);
  expect(out).toContain(
    "? not known: the regions of 111111111111 (Management), 222222222222 (Tooling), 333333333333 (Old): access denied: account:ListRegions is needed",
  );
  expect(out).toContain("trusted access for account.amazonaws.com");
  expect(out).not.toContain("says what AWS says");
});

test("what is known is still compared where regions are throttled", async () => {
  const { code, out } = await discover({
    ...changed,
    instead: (name) =>
      name === "ListRegions" ? jsonError("TooManyRequestsException", "", 429) : undefined,
  });
  expect(code).toBe(1);
  expect(out).toContain("throttled, also after several attempts");
  expect(out).toContain("777777777777");
});

describe("units", () => {
  const unit = "ou-ab12-c3d4e5f6";
  const below = "ou-ab12-00000001";
  const withUnit = text.replace(
    "recipients",
    `rollout:\n  type: stack-set\n  organizationalUnits: [${unit}]\n  accounts: 5 # counted\nrecipients`,
  );
  const units = {
    [unit]: { accounts: [], units: [below] },
    [below]: { accounts: ["777777777777"] },
  };
  const joined = {
    ...same,
    accounts: { ...same.accounts, "777777777777": { name: "dev" } },
    units,
  };

  test("of a stack set are read to the bottom, and counted", async () => {
    writeFileSync(file, withUnit);
    const { code } = await discover(joined, "--write");
    expect(code).toBe(0);
    expect(read()).toBe(withUnit.replace("accounts: 5", "accounts: 1"));
  });

  test("that do not exist are for a person", async () => {
    writeFileSync(file, withUnit);
    const { code, out } = await discover({ ...joined, units: {} }, "--write");
    expect(code).toBe(1);
    expect(out).toContain(`✗ the organization has no unit ${unit}`);
  });
});
