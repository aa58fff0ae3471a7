import { globalRegion, type Partition } from "../../src/aws";

/**
 * The region whose stack makes what an account has once: the one where the partition records the
 * events of IAM, or where that is not covered the first by name.
 */
export function homeRegion(regions: readonly string[], partition: Partition = "aws"): string {
  const global = globalRegion(partition);
  const first = [...regions].sort()[0];
  if (first === undefined) {
    throw new RangeError("a stack set needs at least 1 region, got: 0; name the regions to cover");
  }
  return regions.includes(global) ? global : first;
}

/** Each region once, the home region first. */
export function homeRegionFirst(
  regions: readonly string[],
  partition?: Partition,
): readonly string[] {
  const home = homeRegion(regions, partition);
  return [home, ...[...new Set(regions)].filter((region) => region !== home).sort()];
}
