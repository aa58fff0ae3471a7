import { partitions, type Partition } from "./partitions";
// A copy of what @aws-cdk/region-info says, which is 5 MB to load.
import { publishedRegions } from "./published-regions";

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

const byName: ReadonlyMap<string, Region> = new Map(
  publishedRegions.flatMap(({ name, partition: of, optIn }) => {
    const partition = partitions.find((known) => known === of);
    return partition ? [[name, { name, partition, optIn }] as const] : [];
  }),
);

/** Names of partitions by region, those included that this package does not generate for. */
const partitionNames: ReadonlyMap<string, string> = new Map(
  publishedRegions.map(({ name, partition }) => [name, partition]),
);

/** Partition of a region that AWS has published, supported here or not. */
export function publishedPartition(region: string): string | undefined {
  return partitionNames.get(region);
}

/** Every region of every partition this package generates for, sorted by name. */
export const regions: readonly Region[] = [...byName.values()];

/** The region of that name, or undefined when AWS has none. */
export function findRegion(name: string): Region | undefined {
  return byName.get(name);
}

/** How AWS names regions. */
export const regionNameForm = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

const beginnings: readonly (readonly [beginning: RegExp, partition: Partition | undefined])[] = [
  [/^cn-/, "aws-cn"],
  [/^us-gov-/, "aws-us-gov"],
  [/^(us-iso|eu-iso|eusc)/, undefined],
];

/**
 * Partition of a region that AWS may have opened after this version was released, by the form of its
 * name; undefined for what is not such a name, is known, or is in a partition that is not supported.
 */
export function partitionOfNewRegion(name: string): Partition | undefined {
  if (partitionNames.has(name) || !regionNameForm.test(name)) return undefined;
  const found = beginnings.find(([beginning]) => beginning.test(name));
  return found ? found[1] : "aws";
}

/** Whether AWS has a region of that name, or may have opened it after this version was released. */
export function isRegionName(name: string): boolean {
  return partitionNames.has(name) || regionNameForm.test(name);
}

/** Partition of a region, a new one included; `aws` where AWS has no region of that name. */
export function partitionOfRegion(name: string): Partition {
  return findRegion(name)?.partition ?? partitionOfNewRegion(name) ?? "aws";
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
