import { coverageOf, inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { MEMBER, organizationWith, smallOrganization, stacksOf } from "./small-organization";

const NEW = "ap-south-9";
const accounts = smallOrganization.accounts.map((account) =>
  account.id === MEMBER ? { ...account, newRegions: [NEW] } : account,
);

function reportOf(change: Partial<SignInAlertsProps>, stacks = stacksOf(change)) {
  const expected = expectationsOf(resolve(organizationWith(change)));
  return coverageOf(inventoryOfStacks(stacks), { expected });
}

/** The provider accepts only regions that Terraform knows. */
function validated({ name, document }: StackDocument): StackDocument {
  const text = JSON.stringify(document).replaceAll('"skip_region_validation":true,', "");
  return { name, document: JSON.parse(text) as StackDocument["document"] };
}

test.each(["provider-per-region", "region-argument"] as const)(
  "a region that AWS opened since is covered like any other, by %s",
  (regionStrategy) => {
    const { cells, findings, heartbeats } = reportOf({ accounts, regionStrategy });
    expect(findings).toEqual([]);
    const there = cells.filter(({ region }) => region === NEW);
    expect(there).not.toEqual([]);
    expect(there.filter(({ account, covered }) => account !== MEMBER || !covered)).toEqual([]);
    expect(heartbeats.filter(({ region }) => region === NEW)).toMatchObject([{ arrives: true }]);
  },
);

test("where Terraform would not accept it, it is not covered", () => {
  const { cells } = reportOf({ accounts }, stacksOf({ accounts }).map(validated));
  const there = cells.filter(({ region }) => region === NEW);
  expect(there.filter(({ covered }) => covered)).toEqual([]);
  expect(there).not.toEqual([]);
});

test("providers of other accounts accept known regions only", () => {
  const open = stacksOf({ accounts }).filter(({ document }) =>
    JSON.stringify(document).includes("skip_region_validation"),
  );
  expect(open.map(({ name }) => name)).toEqual([`signin-account-${MEMBER}`]);
});
