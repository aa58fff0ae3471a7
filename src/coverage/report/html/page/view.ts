// Which accounts and regions the map shows, and in which order.
import { onlyGaps, order, search } from "./choices";
import { accountName, data } from "./content";
import { worstFirst } from "./data";
import { audiencesOf } from "./notified";
import { states, type AccountState } from "./states";

/** Indices of accounts and regions, in the order in which they are shown. */
export interface View {
  readonly accounts: readonly number[];
  readonly regions: readonly number[];
}

const texts: string[] = [];

/** What an account is found by: its name, its id and who is notified of it. */
function searchedText(a: number): string {
  return (texts[a] ??= [
    accountName(a),
    ...audiencesOf(data, a).flatMap(({ recipients }) => recipients),
  ]
    .join("\n")
    .toLowerCase());
}

function badness({ worst, gaps }: AccountState): number {
  return worst === undefined ? 0 : (worstFirst.length - worstFirst.indexOf(worst)) * 1e6 + gaps;
}

/** What the reader asked for: each word is in the account, or begins regions, which are then shown alone. */
export function view(): View {
  const words = search.value.toLowerCase().split(/\s+/u).filter(Boolean);
  const isOfRegion = (word: string) =>
    word.includes("-") && data.regions.some((region) => region.startsWith(word));
  const ofRegions = words.filter(isOfRegion);
  const ofAccounts = words.filter((word) => !ofRegions.includes(word));
  const now = states();
  let accounts = data.accounts.map((_, a) => a);
  let regions = data.regions.map((_, r) => r);
  if (ofAccounts.length > 0) {
    accounts = accounts.filter((a) => ofAccounts.every((word) => searchedText(a).includes(word)));
  }
  if (ofRegions.length > 0) {
    regions = regions.filter((r) => ofRegions.some((word) => data.regions[r]?.startsWith(word)));
  }
  if (onlyGaps.checked) {
    const isOpen = (a: number, r: number) => now.at(a, r).gaps > 0;
    accounts = accounts.filter((a) => regions.some((r) => isOpen(a, r)));
    regions = regions.filter((r) => accounts.some((a) => isOpen(a, r)));
  }
  if (order.value === "worst") {
    const rank = now.accounts.map(badness);
    accounts.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  }
  return { accounts, regions };
}
