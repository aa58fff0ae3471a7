import { fitsWildcard } from "../aws/eventbridge/wildcard";
import { isAccountId } from "../aws/organizations";
import type { Account, Route } from "../config/props";
import { ownValue } from "../json/value";

type AccountSelectors = Pick<Route, "accounts" | "exceptAccounts">;

/** What accounts are selected by. */
export type Selectable = Pick<Account, "id" | "name" | "tags">;

/** How a route names accounts: by id, by name with `*` for any text, or by a tag `key=value`. */
function selects(selector: string, { id, name, tags }: Selectable): boolean {
  if (isAccountId(selector)) return id === selector;
  const at = selector.indexOf("=");
  if (at >= 0) return ownValue(tags ?? {}, selector.slice(0, at)) === selector.slice(at + 1);
  return fitsWildcard(name, selector.split("*"));
}

/** Accounts that something is limited to, or that it leaves out; neither: it is of all. */
export interface AccountScope {
  /** Ids, sorted. */
  readonly accounts?: readonly string[];
  /** Ids, sorted; only where it is not limited to some. */
  readonly exceptAccounts?: readonly string[];
}

/** What selectors of accounts, and of those that are left out, mean together. */
export function accountScope(
  { accounts, exceptAccounts }: AccountSelectors,
  all: readonly Selectable[],
): AccountScope {
  const except = exceptAccounts && selectedAccounts(exceptAccounts, all);
  if (accounts === undefined) return except ? { exceptAccounts: except } : {};
  const selected = selectedAccounts(accounts, all);
  return { accounts: selected.filter((id) => except?.includes(id) !== true) };
}

/** Whether an account is one of a scope. */
function isWithin({ accounts, exceptAccounts }: AccountScope, id: string): boolean {
  return (accounts?.includes(id) ?? true) && exceptAccounts?.includes(id) !== true;
}

/** Whether two scopes may have an account in common. One that is not listed is of every scope that names none. */
export function mayShareAccounts(one: AccountScope, other: AccountScope): boolean {
  if (one.accounts) return one.accounts.some((id) => isWithin(other, id));
  return other.accounts?.some((id) => isWithin(one, id)) ?? true;
}

/** Ids of the accounts that one of the selectors names, sorted. */
export function selectedAccounts(
  selectors: readonly string[],
  accounts: readonly Selectable[],
): readonly string[] {
  return accounts
    .filter((account) => selectors.some((selector) => selects(selector, account)))
    .map(({ id }) => id)
    .sort();
}
