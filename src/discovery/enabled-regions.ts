import { findRegion, routesAcrossRegions, type Partition } from "../aws";
import { partitionOfNewRegion } from "../aws/regions";
import type { Account } from "../config/props";
import type { AccountDetails } from "../live";

/** A region beyond those that every account has, and the key that covers it. */
export interface ExtraRegion {
  readonly region: string;
  readonly key: "optInRegions" | "newRegions";
}

/** The key that covers a region; undefined where it is one of those that need no key, or events cannot leave it. */
function keyFor(region: string, partition: Partition): ExtraRegion["key"] | undefined {
  const known = findRegion(region);
  if (known) return known.optIn && known.partition === partition ? "optInRegions" : undefined;
  const isReachable = partitionOfNewRegion(region) === partition && routesAcrossRegions(partition);
  return isReachable ? "newRegions" : undefined;
}

/**
 * Regions that are on in an account and need a key to be covered, sorted. A region without opt-in that a list
 * leaves out is none of them: a person has written the list.
 */
export function extraRegions(
  regions: ReadonlyMap<string, string>,
  partition: Partition,
): readonly ExtraRegion[] {
  return [...regions]
    .flatMap(([region, status]) => {
      const key = keyFor(region, partition);
      return key !== undefined && /^ENABLED(_BY_DEFAULT)?$/.test(status) ? [{ region, key }] : [];
    })
    .sort((a, b) => (a.region < b.region ? -1 : 1));
}

/** Whether a region is off or on its way there, or AWS does not list it. */
export function isOff(regions: ReadonlyMap<string, string>, region: string): boolean {
  return /^DISABL(ED|ING)$/.test(regions.get(region) ?? "DISABLED");
}

/** The regions of an account, where they are known. */
export function knownRegions(
  details: AccountDetails | undefined,
): ReadonlyMap<string, string> | undefined {
  return details?.regions.state === "known" ? details.regions.value : undefined;
}

/** The keys that cover regions of an account. */
export function regionKeys(
  extra: readonly ExtraRegion[],
): Pick<Account, "optInRegions" | "newRegions"> {
  const of = (key: ExtraRegion["key"]) =>
    extra.filter((each) => each.key === key).map(({ region }) => region);
  const [optInRegions, newRegions] = [of("optInRegions"), of("newRegions")];
  return {
    ...(optInRegions.length > 0 && { optInRegions }),
    ...(newRegions.length > 0 && { newRegions }),
  };
}
