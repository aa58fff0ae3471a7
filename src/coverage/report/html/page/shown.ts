// How much of the organization the map shows, in words.
import { isAccountId } from "../../../../aws/organizations";
import { counted, data } from "./content";
import type { View } from "./view";

/** `2 of 5 accounts`; nothing where there is none of them. */
function part(word: string, shown: readonly unknown[], all: readonly unknown[]): string[] {
  if (all.length === 0) return [];
  return [`${shown.length.toLocaleString("en")} of ${counted(all.length, word)}`];
}

/** Accounts, organizational units that stand for theirs, and regions: how many are shown, and of how many. */
export function shownOf({ accounts, regions }: View): string {
  if (accounts.length === 0) return "No account matches.";
  const isAccount = (a: number) => isAccountId(data.accounts[a]?.id ?? "");
  const isUnit = (a: number) => !isAccount(a);
  const all = [...data.accounts.keys()];
  return [
    ...part("account", accounts.filter(isAccount), all.filter(isAccount)),
    ...part("organizational unit", accounts.filter(isUnit), all.filter(isUnit)),
    ...part("region", regions, data.regions),
  ].join(", ");
}
