import { isAccountId } from "../aws/organizations";
import type { Account } from "../config/props";

/** What accounts are selected by. */
export type Selectable = Pick<Account, "id" | "name" | "tags">;

/** How a route names accounts: by id, by name with `*` for any text, or by a tag `key=value`. */
function selects(selector: string, { id, name, tags }: Selectable): boolean {
  if (isAccountId(selector)) return id === selector;
  const at = selector.indexOf("=");
  if (at >= 0) return tags?.[selector.slice(0, at)] === selector.slice(at + 1);
  const parts = selector.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
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
