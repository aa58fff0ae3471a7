import { RegionInfo } from "@aws-cdk/region-info";
import { partitions, type Partition } from "./partitions";

/**
 * An AWS region as its own data describes it.
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export interface Region {
  /** Code, such as `eu-central-1`. */
  readonly name: string;
  readonly partition: Partition;
  /** True when an account must enable the region before it can be used. */
  readonly optIn: boolean;
}

function toRegion(info: RegionInfo): Region[] {
  const partition = partitions.find((known) => known === info.partition);
  return partition ? [{ name: info.name, partition, optIn: info.isOptInRegion }] : [];
}

const byName: ReadonlyMap<string, Region> = new Map(
  RegionInfo.regions
    .flatMap(toRegion)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((region) => [region.name, region]),
);

/** Every region of every partition this package generates for, sorted by name. */
export const regions: readonly Region[] = [...byName.values()];

/** The region of that name, or undefined when AWS has none. */
export function findRegion(name: string): Region | undefined {
  return byName.get(name);
}

/** Names of the regions of a partition that every account has without opting in, sorted. */
export function defaultRegions(partition: Partition): readonly string[] {
  return regions
    .filter((region) => region.partition === partition && !region.optIn)
    .map(({ name }) => name);
}

/** Names of the regions of a partition that an account must enable first, sorted. */
export function optInRegions(partition: Partition): readonly string[] {
  return regions
    .filter((region) => region.partition === partition && region.optIn)
    .map(({ name }) => name);
}
