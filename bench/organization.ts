import { defaultRegions, optInRegions } from "../src/aws";
import type { RegionStrategy, SignInAlertsProps } from "../src/config";

/** One provider for each region: what the other strategy is compared with. */
export const baseline: RegionStrategy = "provider-per-region";
/** One provider for all regions of an account. */
export const challenger: RegionStrategy = "region-argument";

const withoutOptIn = defaultRegions("aws").length;

/** How many regions an account can have: those without opt-in, or all of the partition. */
export const regionCounts: readonly number[] = [
  withoutOptIn,
  withoutOptIn + optInRegions("aws").length,
];

/** How large an organization is, and how its regions are reached. */
export interface Size {
  readonly strategy: RegionStrategy;
  readonly accounts: number;
  /** Regions of each account, one of {@link regionCounts}. */
  readonly regions: number;
}

/** Ids of that many accounts; the first is the management account and the hub. */
export function accountIds(accounts: number): readonly string[] {
  return Array.from({ length: accounts }, (_, i) => String(100_000_000_000 + i));
}

/** An organization whose accounts are alike, so that what grows is their number alone. */
export function organizationOf({ strategy, accounts, regions }: Size): SignInAlertsProps {
  const ids = accountIds(accounts);
  const [first = ""] = ids;
  const extra = regions === withoutOptIn ? [] : optInRegions("aws");
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: first },
    hub: { account: first, region: "eu-central-1" },
    accounts: ids.map((id) => ({ id, name: `account ${id}`, optInRegions: extra })),
    recipients: ["security@example.com"],
    tags: { team: "security", service: "signin-alerts" },
    regionStrategy: strategy,
  };
}
