import type { Account, SignInAlertsProps } from "../src/stacks";

/** A way to bring the rules to every region. */
export interface Strategy {
  readonly name: string;
  /** What it adds to the organization. */
  readonly adds: Partial<SignInAlertsProps>;
  /** What it adds to each account but the first, which is the management account. */
  readonly account?: Partial<Account>;
  /** Whether opt-in regions are those of accounts, or of the strategy. @default "accounts" */
  readonly optIn?: "accounts" | "rollout";
}

/** One provider for each region: what the others are compared with. */
export const baseline = "provider-per-region";
/** One provider for all regions of an account. */
export const challenger = "region-argument";

const unit = "ou-ab12-c3d4e5f6";

/**
 * Every strategy. To measure a new one, write what its configuration adds: the bare counterpart is
 * derived from what it generates.
 */
export const strategies: readonly Strategy[] = [
  { name: baseline, adds: {} },
  { name: challenger, adds: { regionStrategy: "region-argument" } },
  {
    name: "stack-set",
    adds: { rollout: { type: "stack-set", organizationalUnits: [unit] } },
    account: { organizationalUnit: unit },
    optIn: "rollout",
  },
];

/** The strategy of that name. */
export function findStrategy(name: string): Strategy {
  const found = strategies.find((strategy) => strategy.name === name);
  if (!found) throw new Error(`there is no strategy ${name}`);
  return found;
}
