import { RegionInfo } from "@aws-cdk/region-info";

/** A module with every region that AWS has published, of any partition, sorted by name. */
export function publishedRegionsModule(): string {
  const table = RegionInfo.regions
    .map(({ name, partition, isOptInRegion }) => ({ name, partition, optIn: isOptInRegion }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    "/** Every region that AWS has published, of any partition; written by `npm run docs`. */",
    `export const publishedRegions = ${JSON.stringify(table)};`,
  ].join("\n");
}
