import { findRegion, regions, type Partition } from "../../aws";
import { nearest } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

const names = regions.map(({ name }) => name);

/** Partition of a configuration: the hub region's, or what other regions or its nearest name tell. */
export function partitionOf({ hub, accounts, ...props }: ConfigurationDraft): Partition {
  const named = [
    hub?.region,
    ...(props.regions ?? []),
    ...(accounts ?? []).flatMap((account) => account?.regions ?? []),
    nearest(hub?.region ?? "", names),
  ];
  for (const name of named) {
    const region = name === undefined ? undefined : findRegion(name);
    if (region) return region.partition;
  }
  return "aws";
}
