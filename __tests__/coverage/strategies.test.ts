import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { MEMBER, reportOf, smallOrganization, stacksOf } from "./small-organization";

const UNIT = "ou-ab12-c3d4e5f6";

function reportFor(change: Partial<SignInAlertsProps>) {
  const expected = expectationsOf(resolve({ ...smallOrganization, ...change }));
  return coverageOf(inventoryOfStacks(stacksOf(change)), { expected });
}

const perRegion = reportOf(stacksOf());

test("both region strategies tell of the same sign-ins, in the same words", () => {
  const report = reportFor({ regionStrategy: "region-argument" });
  expect(report.findings).toEqual([]);
  expect(report.cells).toEqual(perRegion.cells);
  expect(report.heartbeats).toEqual(perRegion.heartbeats);
  const texts = ({ cells, traceOf }: typeof report) =>
    cells.map((cell) => traceOf(cell).deliveries.map(({ text }) => text));
  expect(texts(report)).toEqual(texts(perRegion));
});

describe("a rollout by a stack set", () => {
  const accounts = smallOrganization.accounts.map((account) =>
    account.id === MEMBER ? { ...account, organizationalUnit: UNIT } : account,
  );
  const rollout = { type: "stack-set", organizationalUnits: [UNIT] } as const;
  const report = reportFor({ accounts, rollout });

  test("tells of the same sign-ins of the listed accounts", () => {
    expect(report.findings).toEqual([]);
    expect(report.cells.filter(({ account }) => account !== UNIT)).toEqual(perRegion.cells);
  });

  test("tells of those of every other account of the unit", () => {
    const ofUnit = report.cells.filter(({ account }) => account === UNIT);
    const ofMember = perRegion.cells.filter(({ account }) => account === MEMBER);
    expect(ofUnit).toEqual(ofMember.map((cell) => ({ ...cell, account: UNIT })));
  });

  test("sends heartbeats from them as well", () => {
    const units = report.heartbeats.filter(({ account }) => account === UNIT);
    expect(units.map(({ arrives }) => arrives)).toEqual([true, true, true]);
  });

  test("makes no stack for the accounts of the unit", () => {
    const names = stacksOf({ accounts, rollout }).map(({ name }) => name);
    expect(names).toContain("signin-stack-set");
    expect(names).not.toContain(`signin-account-${MEMBER}`);
  });
});
