import type { SignInAlertsProps } from "../config/props";
import type { Coverage } from "./accounts";

/** Regions or accounts that are not covered, on purpose. */
export interface LeftOut {
  /** Names of accounts of the configuration; without regions, ids of accounts and units outside of it. */
  readonly accounts: readonly string[];
  /** Absent: the accounts are not in the configuration at all. */
  readonly regions?: readonly string[];
  /** Why; absent of regions, which are accepted without a word. */
  readonly reason?: string;
}

/** What a configuration leaves uncovered on purpose: regions, in groups of accounts that share them, and accounts. */
export function resolveLeftOut(
  configuration: SignInAlertsProps,
  { accounts }: Pick<Coverage, "accounts">,
): readonly LeftOut[] {
  const { acceptMissingRegions = [], acceptUncovered = [] } = configuration;
  const own = new Map(
    configuration.accounts.map((account) => [account.id, account.acceptMissingRegions ?? []]),
  );
  const groups = new Map<string, { accounts: string[]; regions: readonly string[] }>();
  for (const { id, name, regions } of accounts) {
    const accepted = new Set([...acceptMissingRegions, ...(own.get(id) ?? [])]);
    const missing = [...accepted].filter((region) => !regions.includes(region)).sort();
    if (missing.length === 0) continue;
    const group = groups.get(missing.join()) ?? { accounts: [], regions: missing };
    group.accounts.push(name);
    groups.set(missing.join(), group);
  }
  return [
    ...groups.values(),
    ...acceptUncovered.map(({ accounts: ids = [], organizationalUnits = [], reason }) => ({
      accounts: [...ids, ...organizationalUnits],
      reason,
    })),
  ];
}
