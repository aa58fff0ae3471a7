import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { reportWriters } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import { backtestOfRecords, recordOf } from "../backtest/records";
import { organizationWith, stacksOf } from "../coverage/small-organization";

const [payments] = organizationWith({}).accounts.slice(-1);
const reason = "vended for a day";
const leaving = {
  acceptMissingRegions: ["me-south-1"],
  accounts: organizationWith({}).accounts.map((account) =>
    account === payments ? { ...account, acceptMissingRegions: ["af-south-1"] } : account,
  ),
  acceptUncovered: [
    { accounts: ["777777777777"], reason },
    { organizationalUnits: ["ou-ab12-c3d4e5f6"], reason: "no people" },
  ],
};

test("what is left out on purpose is grouped by the regions that accounts share", () => {
  const { leftOut, accounts } = resolve(organizationWith(leaving));
  const names = accounts.map(({ name }) => name);
  expect(leftOut).toEqual([
    { accounts: names.slice(0, -1), regions: ["me-south-1"] },
    { accounts: names.slice(-1), regions: ["af-south-1", "me-south-1"] },
    { accounts: ["777777777777"], reason },
    { accounts: ["ou-ab12-c3d4e5f6"], reason: "no people" },
  ]);
  expect(resolve(organizationWith({ acceptMissingRegions: [] })).leftOut).toEqual([]);
});

test.each(["table", "json", "markdown", "html"])("every report says so: %s", (format) => {
  const expected = expectationsOf(resolve(organizationWith(leaving)));
  const report = coverageOf(inventoryOfStacks(stacksOf()), { expected });
  const writer = reportWriters.find(({ name }) => name === format);
  const text = writer?.write(report, { colors: false, all: true }) ?? "";
  for (const part of ["me-south-1", "af-south-1", "777777777777", reason, "ou-ab12-c3d4e5f6"]) {
    expect(text).toContain(part);
  }
});

test("a backtest takes them for wanted", async () => {
  const records = [
    recordOf("root-sign-in", "1", { awsRegion: "af-south-1", recipientAccountId: payments?.id }),
    recordOf("root-sign-in", "2", { recipientAccountId: "777777777777" }),
    recordOf("root-sign-in", "3", { recipientAccountId: "888888888888" }),
    recordOf("root-sign-in", "4", { awsRegion: "eu-south-2", recipientAccountId: payments?.id }),
  ];
  const { silent } = await backtestOfRecords(records, leaving);
  expect(silent.map(({ reason: why, onPurpose }) => [why, onPurpose])).toEqual(
    expect.arrayContaining([
      [`account ${payments?.id ?? ""} is left out in af-south-1 (acceptMissingRegions)`, true],
      [`account 777777777777 is left out (${reason})`, true],
      ["account 888888888888 is not in the configuration", false],
      [`account ${payments?.id ?? ""} is not covered in eu-south-2`, false],
    ]),
  );
});

test("an existing trail whose log group is not named is a warning", () => {
  const of = (trail: object) => resolve(organizationWith({ trail } as never)).warnings;
  expect(of({ type: "existing" })).toContainEqual(
    expect.stringContaining("the log path is off: nothing searches the existing trail"),
  );
  const logGroupArn = "arn:aws:logs:eu-central-1:111111111111:log-group:trail";
  expect(of({ type: "existing", logGroupArn }).join()).not.toContain("log path");
});
