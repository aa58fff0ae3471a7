import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { catalog } from "../../src/catalog";
import { loadConfiguration } from "../../src/stacks";
import { coverageOf, inventoryOfStacks, readInventory } from "../../src/coverage";
import { SignInAlerts } from "../../src/stacks";
import { expectationsOf, resolve } from "../../src/plan";
import { expected, HUB, MEMBER, reportOf, smallOrganization, stacksOf } from "./small-organization";
import { said } from "./said";

describe("the example configuration", () => {
  const outdir = mkdtempSync(join(tmpdir(), "signin-coverage-"));
  const app = new App({ outdir });
  new SignInAlerts(app, "signin-alerts", loadConfiguration("signin-alerts.yaml"));
  app.synth();
  const report = coverageOf(readInventory(outdir));
  afterAll(() => {
    rmSync(outdir, { recursive: true, force: true });
  });

  test("every kind in every account and region is covered", () => {
    expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(report.findings).toEqual([]);
    expect(report.accounts).toHaveLength(6);
    expect(report.regions).toHaveLength(18);
    expect(report.kinds).toHaveLength(catalog.filter(({ onByDefault }) => onByDefault).length);
  });

  test("a kind of one region counts once in each account", () => {
    const ofRoot = report.cells.filter(({ kind }) => kind === "root-credential-change");
    expect(ofRoot.map(({ region }) => region)).toEqual(Array(6).fill("us-east-1"));
  });

  test("a cell tells its whole way when asked", () => {
    const [cell] = report.cells;
    const [delivery] = cell ? report.traceOf(cell).deliveries : [];
    expect(delivery?.recipients).toEqual(["email:security@example.com"]);
    expect(delivery?.severity).toBe("critical");
    expect(delivery?.text).toContain("Alert: root-sign-in (critical)");
  });
});

describe("coverage compared with the configuration", () => {
  const found = (want: typeof expected): readonly string[] =>
    reportOf(stacksOf(), want).findings.map(said);

  test("an account without a stack is named, and its cells are gaps", () => {
    const account = { id: "444444444444", name: "new", regions: ["us-east-1"] };
    const want = { ...expected, accounts: [...expected.accounts, account] };
    const report = reportOf(stacksOf(), want);
    const gaps = report.cells.filter(({ covered }) => !covered);
    expect(new Set(gaps.map((cell) => cell.account))).toEqual(new Set(["444444444444"]));
    expect(gaps).toHaveLength(expected.kinds.length);
    expect(gaps[0]?.blocker).toEqual({
      rule: "forwarding-rule-missing",
      detail: "the default event bus of account 444444444444 in us-east-1 has no rule",
    });
    expect(found(want)).toContain("forwarding-rule-missing: account 444444444444 in any region");
  });

  test("a region without a rule is named", () => {
    const accounts = expected.accounts.map((account) => ({
      ...account,
      regions: [...account.regions, "eu-west-1"],
    }));
    expect(found({ ...expected, accounts })).toContain(
      `forwarding-rule-missing: account ${MEMBER} in eu-west-1`,
    );
  });

  test("the stack of an account that left is named", () => {
    const accounts = expected.accounts.filter(({ id }) => id !== MEMBER);
    expect(found({ ...expected, accounts })).toEqual([
      `stale-stack: signin-account-${MEMBER}, account ${MEMBER}`,
    ]);
  });

  test("a region that nobody asks for any more is named", () => {
    const accounts = expected.accounts.map((account) => ({ ...account, regions: ["us-east-1"] }));
    expect(found({ ...expected, accounts })).toContain(
      `stale-resource: the region eu-central-1 of account ${HUB}`,
    );
  });

  test("a kind that no rule handles is named, and so is one that is handled for nobody", () => {
    const more = [...expected.kinds, "role-switch"];
    expect(found({ ...expected, kinds: more }).join("\n")).toContain(
      "alert-rule-missing: the kind role-switch",
    );
    const fewer = expected.kinds.filter((kind) => kind !== "assume-root");
    expect(found({ ...expected, kinds: fewer }).join("\n")).toContain(
      "stale-resource: the kind assume-root",
    );
  });

  test("a recipient whom nobody subscribed is named", () => {
    expect(found({ ...expected, recipients: ["boss@example.com"] })).toEqual([
      "recipient-not-subscribed: boss@example.com",
      // Of the two topics for alerts, for a broken path, and for the trail's log group.
      ...Array.from({ length: 4 }, () => "stale-resource: security@example.com"),
    ]);
  });

  test("a trail that is missing is named", () => {
    const stacks = stacksOf({ trail: { type: "existing" } });
    expect(reportOf(stacks).findings.map(said)).toContain(
      "trail-missing: the configuration creates one, but no stack has it",
    );
    const existing = expectationsOf(resolve({ ...smallOrganization, trail: { type: "existing" } }));
    expect(reportOf(stacks, existing).findings).toEqual([]);
  });

  test("kinds that only read are covered when the configuration enables them", () => {
    const stacks = stacksOf({ kinds: { "cli-sign-in": "on", "role-switch": "critical" } });
    const report = coverageOf(inventoryOfStacks(stacks));
    expect(report.kinds).toEqual(expect.arrayContaining(["cli-sign-in", "role-switch"]));
    expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
    const cell = report.cells.find(({ kind }) => kind === "role-switch");
    expect(cell && report.traceOf(cell).deliveries[0]?.severity).toBe("critical");
  });
});
