import { findRegion, partitions, publishedPartition, regions, type Partition } from "../../aws";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";

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

function unknownRegion(path: ProblemPath, value: string, candidates: readonly string[]): Problem {
  const common = { path, value, allowed: candidates.join(", ") || "no region at all" };
  const foreign = publishedPartition(value);
  if (foreign !== undefined) {
    return {
      ...common,
      problem: `this region is in the partition ${foreign}, which is not supported`,
      fix: `use a region of ${partitions.join(", ")}`,
    };
  }
  const zone = findRegion(value.slice(0, -1))?.name;
  const meant =
    zone ??
    nearest(value, candidates) ??
    nearest(
      value,
      regions.map((r) => r.name),
    );
  return {
    ...common,
    problem:
      zone === undefined
        ? "AWS has no region of this name"
        : "this is an availability zone, not a region",
    fix: meant === undefined ? "use one of the regions above" : `did you mean ${meant}?`,
  };
}

/** Whether a region exists, in the right partition, and needs opt-in as expected. */
export function checkRegion(
  path: ProblemPath,
  value: string | undefined,
  expectation: Expectation,
): readonly Problem[] {
  if (value === undefined) return [];
  const { partition, optIn, fix } = expectation;
  const candidates = candidatesFor(expectation);
  const region = findRegion(value);
  if (!region) return [unknownRegion(path, value, candidates)];
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
