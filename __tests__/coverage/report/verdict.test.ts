import { verdictText } from "../../../src/coverage/report/coverage-summary";
import { coverageTable } from "../../../src/coverage/report/coverage-table";
import { countedAccounts, countedOf } from "../../../src/coverage/report/wording";
import { busPolicyBlocker, sampleReport, smallOrganization } from "./sample-report";

const warned = sampleReport({ ...smallOrganization, findings: [busPolicyBlocker] });

test("where only findings are wrong, the verdict counts them and says that the alerts would arrive", () => {
  expect(verdictText(warned)).toBe("1 finding, though 18 of 18 alerts would arrive");
});

test("a report of which nothing is expected is not called covered", () => {
  const none = sampleReport({ ...smallOrganization, accounts: [] });
  expect(verdictText(none)).toBe("not covered: no alert is expected");
  expect(coverageTable(none, { colors: false })).toContain("✗ not covered");
});

test("a finding at a terminal has its severity and what to do", () => {
  const text = coverageTable(warned, { colors: false });
  expect(text).toContain("! error\n    bus-policy-denies at signin-hub");
  expect(text).toMatch(/^ {4}fix: \S/mu);
});

test("an organizational unit is not counted as an account", () => {
  const account = { id: "111111111111" };
  const unit = { id: "ou-ab12-11111111" };
  expect(countedAccounts([account, account, unit])).toBe("2 accounts and 1 organizational unit");
  expect(countedAccounts([unit])).toBe("1 organizational unit");
  expect(countedAccounts([account])).toBe("1 account");
  expect(countedOf([account, unit], [account, account, unit])).toBe(
    "1 of 2 accounts and 1 of 1 organizational unit",
  );
  expect(countedOf([], [account])).toBe("0 of 1 account");
  expect(countedOf([unit], [unit])).toBe("1 of 1 organizational unit");
  expect(countedOf([], [])).toBe("0 of 0 accounts");
});

test("the accounts without a gap are counted apart from the units", () => {
  const accounts = [{ id: "111111111111" }, { id: "ou-ab12-c3d4e5f6" }];
  const report = sampleReport({ ...smallOrganization, accounts });
  expect(coverageTable(report, { colors: false })).toContain(
    "1 of 1 account and 1 of 1 organizational unit have no gap",
  );
});
