import { catalog } from "../../src/catalog";
import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { coverageTable, isCovered, reportWriters } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { HUB, MANAGEMENT, organizationWith, stacksOf } from "./small-organization";

const recipients = ["security@example.com"];
const byDefault = catalog.filter(({ onByDefault }) => onByDefault);

/** What is said of an organization with routes of its own, by a check that knows the configuration or not. */
function reportOf(change: Partial<SignInAlertsProps>, isKnown = true) {
  const configuration = organizationWith(change);
  return coverageOf(inventoryOfStacks(stacksOf(change)), {
    ...(isKnown && { expected: expectationsOf(resolve(configuration)) }),
  });
}

const said = ({ findings }: ReturnType<typeof reportOf>) =>
  findings.map(({ rule, detail }) => `${rule}: ${detail}`);

const critical = [{ name: "critical", minSeverity: "critical" as const, recipients }];
const left = byDefault.filter(({ severity }) => severity !== "critical").map(({ name }) => name);

test("each kind that is on and that no route takes is a finding", () => {
  const report = reportOf({ routes: critical });
  expect(left.length).toBeGreaterThan(3);
  expect(said(report)).toEqual(left.map((kind) => `kind-not-routed: ${kind}`));
  expect(isCovered(report)).toBe(false);
});

test("an account that no route names is a finding, and its row is not a covered one", () => {
  const [first = { name: "", id: "" }, ...others] = organizationWith({}).accounts;
  const routes = [{ name: "some", recipients, accounts: others.map(({ id }) => id) }];
  const report = reportOf({ routes });
  expect(said(report)).toEqual([`account-not-routed: ${first.name} (${first.id})`]);
  const row = coverageTable(report, { colors: false })
    .split("\n")
    .find((line) => line.includes(first.id));
  expect(row).toContain("· none expected");
  expect(row).not.toContain("✓");
});

test("a kind that reaches some accounts only is shown, and no finding", () => {
  const { accounts } = organizationWith({});
  const report = reportOf({
    routes: [
      { name: "all", recipients, minSeverity: "high" },
      {
        name: "one",
        recipients: ["a@example.com"],
        accounts: accounts.slice(0, 1).map(({ id }) => id),
      },
    ],
  });
  expect(report.findings).toEqual([]);
  expect(report.notRouted).not.toEqual([]);
});

test("a watch of another account's principals is nothing that an account is heard of by", () => {
  const accounts = [MANAGEMENT, HUB];
  const report = reportOf({
    watch: [
      { name: "vendor", principals: [`arn:aws:iam::${HUB}:role/vendor`], severity: "critical" },
    ],
    routes: [
      { name: "some", recipients, accounts },
      { name: "vendor", recipients, kinds: ["watch-vendor"] },
    ],
  });
  expect(said(report)).toEqual(["account-not-routed: payments (333333333333)"]);
});

const formats = reportWriters.map(({ name }) => name);

test.each(formats)("%s says with its reason what is accepted, and what is off", (format) => {
  const accepted = reportOf({
    kinds: { "root-sign-in": "off" },
    routes: critical,
    acceptUnrouted: [{ kinds: left, reason: "read in the log group" }],
  });
  expect(accepted.findings).toEqual([]);
  expect(isCovered(accepted)).toBe(true);
  const text = reportWriters
    .find(({ name }) => name === format)
    ?.write(accepted, { colors: false, terraform: "cdktf.out" });
  expect(text).toContain("read in the log group");
  expect(text).toContain("root-sign-in");
});

test("without a configuration the kinds that no rule handles are said, and accounts that nobody hears of are gaps", () => {
  const report = reportOf({ routes: critical }, false);
  expect(report.switchedOff).toEqual(left);
  const [first, ...others] = organizationWith({}).accounts;
  const routes = [{ name: "some", recipients, accounts: others.map(({ id }) => id) }];
  const gaps = reportOf({ routes }, false).cells.filter(({ covered }) => !covered);
  expect(new Set(gaps.map(({ account }) => account))).toEqual(new Set([first?.id]));
});
