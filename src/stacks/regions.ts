import { defaultRegions } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import type { Account, SignInAlertsProps } from "../config/props";

/** The regions in which an account is covered, sorted. */
export function regionsOf(
  { hub, regions }: Pick<Partial<SignInAlertsProps>, "hub" | "regions">,
  account: Account,
): readonly string[] {
  const partition = partitionOfRegion(hub?.region ?? "");
  const plain = account.regions ?? regions ?? defaultRegions(partition);
  return [...plain, ...(account.optInRegions ?? [])].sort();
}
