import { findRegion, type Partition } from "../../aws";
import { unresolved, type Unresolved } from "./value";

/** Account, region and partition that a provider works in. */
export interface ProviderPlace {
  readonly account: string | Unresolved;
  readonly region: string | Unresolved;
  readonly partition: Partition | Unresolved;
}

/** A place about which nothing is known, and why. */
export function unknownPlace(expression: string, reason: string, dangling = false): ProviderPlace {
  const unknown = unresolved(expression, reason, dangling);
  return { account: unknown, region: unknown, partition: unknown };
}

/** The partition of a region. */
export function partitionOf(region: string | Unresolved): Partition | Unresolved {
  if (typeof region !== "string") return region;
  return findRegion(region)?.partition ?? unresolved(region, `AWS has no region ${region}`);
}
