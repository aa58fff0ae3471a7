// How much of the organization the map shows, in words.
import { countedOf } from "../../wording";
import { at, counted, data } from "./content";
import type { View } from "./view";

/** Accounts, organizational units that stand for theirs, and regions: how many are shown, and of how many. */
export function shownOf({ accounts, regions }: View): string {
  if (accounts.length === 0) return "No account matches.";
  const shown = accounts.map((a) => at(data.accounts, a));
  const all = counted(data.regions.length, "region");
  return `${countedOf(shown, data.accounts)}, ${regions.length.toLocaleString("en")} of ${all}`;
}
