import { defaultRegions, optInRegions } from "../src/aws";
import type { SignInAlertsProps } from "../src/stacks";
import { accountIds } from "./account-ids";
import { findStrategy } from "./strategies";

const withoutOptIn = defaultRegions("aws");
const withOptIn = [...withoutOptIn, ...optInRegions("aws")];

/** How many regions an account can have: those without opt-in, or all of the partition. */
export const regionCounts: readonly number[] = [withoutOptIn.length, withOptIn.length];

/** How large an organization is, and how its regions are reached. */
export interface Size {
  readonly strategy: string;
  readonly accounts: number;
  /** Regions of each account, one of {@link regionCounts}. */
  readonly regions: number;
}

/** An organization whose accounts are alike, so that what grows is their number alone. */
export function organizationOf({ strategy, accounts, regions }: Size): SignInAlertsProps {
  const { adds, account: ofAccount, optIn = "accounts" } = findStrategy(strategy);
  const extra = regions === withoutOptIn.length ? [] : optInRegions("aws");
  const ids = accountIds(accounts);
  const [first = ""] = ids;
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: first },
    hub: { account: first, region: "eu-central-1" },
    accounts: ids.map((id, i) => ({
      id,
      name: `account ${id}`,
      ...(i > 0 && ofAccount),
      ...((optIn === "accounts" || i === 0) && { optInRegions: extra }),
    })),
    recipients: ["security@example.com"],
    tags: { team: "security", service: "signin-alerts" },
    ...adds,
    ...(optIn === "rollout" &&
      adds.rollout?.type === "stack-set" && {
        rollout: { ...adds.rollout, optInRegions: extra },
      }),
  };
}
