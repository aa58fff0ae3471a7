import { findRegion, regions, type Partition } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";

/** What a region must be. */
export interface Expectation {
  readonly partition: Partition;
  readonly optIn: boolean;
  /** What to do with a region of the other sort. */
  readonly fix: string;
}

function candidatesFor({ partition, optIn }: Expectation): readonly string[] {
  return regions
    .filter((region) => region.partition === partition && region.optIn === optIn)
    .map(({ name }) => name);
}

/** Whether a region is in the right partition, and needs opt-in as expected. */
export function checkRegion(
  path: ProblemPath,
  value: string | undefined,
  expectation: Expectation,
): readonly Problem[] {
  const region = value === undefined ? undefined : findRegion(value);
  if (!region) return [];
  const { partition, optIn, fix } = expectation;
  const candidates = candidatesFor(expectation);
  const common = { path, value, allowed: candidates.join(", ") || "no region at all" };
  if (region.partition !== partition) {
    return [
      {
        ...common,
        problem: `this region is in the partition ${region.partition}, the hub is in ${partition}: events do not cross partitions`,
        fix: "describe the other partition in a configuration of its own, with its own hub",
      },
    ];
  }
  if (region.optIn === optIn) return [];
  const problem = optIn
    ? "every account has this region without opting in"
    : "this region needs opt-in: an account may not have it";
  return [{ ...common, problem, fix }];
}
