import { isOrganizationalUnitId } from "../../../aws/organizations";
import type { ExpectedCoverage } from "../../expected-coverage";
import type { Inventory } from "../inventory";
import { stackSetTargets } from "./targets";

type ExpectedAccount = ExpectedCoverage["accounts"][number];

/** The account with a name that says what it stands for, where it stands for a whole unit. */
export function namedUnit(account: ExpectedAccount): ExpectedAccount {
  if (account.name !== undefined || !isOrganizationalUnitId(account.id)) return account;
  return { ...account, name: `every account of ${account.id}` };
}

/** The unit through which a stack set is to reach an account; a unit reaches itself. */
export function unitOf({ id, organizationalUnit }: ExpectedAccount): string | undefined {
  return organizationalUnit ?? (isOrganizationalUnitId(id) ? id : undefined);
}

/**
 * What is expected, with one account for each unit that it speaks of and a stack set reaches: future
 * accounts get what this one gets. Its regions are those of the stack set, unless they are stated.
 */
export function withUnits(expected: ExpectedCoverage, inventory: Inventory): ExpectedCoverage {
  const stated = new Set(expected.accounts.map(({ id }) => id));
  const wanted = new Set(expected.accounts.flatMap((account) => unitOf(account) ?? []));
  const regions = new Map<string, Set<string>>();
  for (const target of stackSetTargets(inventory).targets) {
    for (const unit of target.units) {
      const found = regions.get(unit) ?? new Set();
      for (const region of target.regions) found.add(region);
      regions.set(unit, found);
    }
  }
  const added = [...regions]
    .filter(([unit]) => wanted.has(unit) && !stated.has(unit))
    .map(([unit, found]) => namedUnit({ id: unit, regions: [...found] }));
  return { ...expected, accounts: [...expected.accounts, ...added] };
}
