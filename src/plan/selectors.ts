import { fitsWildcard } from "../aws/eventbridge/wildcard";
import { isAccountId } from "../aws/organizations";
import type { Account } from "../config/props";
import { ownValue } from "../json/value";

/** What accounts are selected by. */
export type Selectable = Pick<Account, "id" | "name" | "tags">;

/** How a route names accounts: by id, by name with `*` for any text, or by a tag `key=value`. */
function selects(selector: string, { id, name, tags }: Selectable): boolean {
  if (isAccountId(selector)) return id === selector;
  const at = selector.indexOf("=");
  if (at >= 0) return ownValue(tags ?? {}, selector.slice(0, at)) === selector.slice(at + 1);
  return fitsWildcard(name, selector.split("*"));
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
