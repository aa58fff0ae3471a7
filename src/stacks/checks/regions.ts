import { defaultRegions, findRegion, optInRegions, regions, type Partition } from "../../aws";
import { nearest, type Problem, type ProblemPath } from "../problem";
import type { SignInAlertsProps } from "../props";

/** Partition of a configuration: that of the hub's region. */
export function partitionOf({ hub }: Partial<SignInAlertsProps>): Partition {
  return (hub && findRegion(hub.region)?.partition) ?? "aws";
}

interface Expectation {
  readonly partition: Partition;
  /** Undefined: either will do. */
  readonly optIn?: boolean;
  /** What to do with a region of the other sort. */
  readonly fix: string;
}

function checkRegion(
  path: ProblemPath,
  value: string,
  { partition, optIn, fix }: Expectation,
): readonly Problem[] {
  const known = regions.filter((region) => region.partition === partition);
  const candidates = known.filter((region) => optIn === undefined || region.optIn === optIn);
  const allowed = candidates.map(({ name }) => name).join(", ");
  const region = findRegion(value);
  if (!region) {
    const meant = nearest(
      value,
      candidates.map(({ name }) => name),
    );
    return [
      {
        path,
        value,
        problem: "AWS has no region of this name",
        allowed,
        fix: meant === undefined ? "use one of the regions above" : `did you mean ${meant}?`,
      },
    ];
  }
  if (region.partition !== partition) {
    return [
      {
        path,
        value,
        problem: `this region is in the partition ${region.partition}, the hub is in ${partition}: events do not cross partitions`,
        allowed,
        fix: "describe the other partition in a configuration of its own, with its own hub",
      },
    ];
  }
  if (optIn === undefined || region.optIn === optIn) return [];
  const problem = optIn
    ? "every account has this region without opting in"
    : "this region needs opt-in: an account may not have it";
  return [{ path, value, problem, allowed, fix }];
}

function checkRegionList(
  path: ProblemPath,
  list: readonly string[] | undefined,
  expectation: Expectation,
): readonly Problem[] {
  if (!list) return [];
  if (list.length === 0) {
    return [
      {
        path,
        value: list,
        problem: "no region is covered",
        allowed: "at least one region",
        fix: "name the regions, or leave the key out for the default",
      },
    ];
  }
  return list.flatMap((value, i) =>
    list.indexOf(value) === i
      ? checkRegion([...path, i], value, expectation)
      : [
          {
            path: [...path, i],
            value,
            problem: "this region is named twice",
            allowed: "every region once",
            fix: "remove one of the two",
          },
        ],
  );
}

const useOptInRegions = "name it in optInRegions of the accounts that have enabled it";

/** Names, partition and opt-in state of regions. */
export function checkRegions(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const partition = partitionOf(props);
  const plain = { partition, optIn: false } as const;
  const trail = props.trail?.type === "create" ? props.trail : undefined;
  return [
    ...(props.hub
      ? checkRegion(["hub", "region"], props.hub.region, {
          ...plain,
          fix: `choose a region that needs no opt-in, such as ${defaultRegions(partition)[0] ?? ""}`,
        })
      : []),
    ...(trail?.homeRegion === undefined
      ? []
      : checkRegion(["trail", "homeRegion"], trail.homeRegion, {
          ...plain,
          fix: "choose a home region that needs no opt-in",
        })),
    ...checkRegionList(["regions"], props.regions, { ...plain, fix: useOptInRegions }),
    ...(props.accounts ?? []).flatMap((account, i) => [
      ...checkRegionList(["accounts", i, "regions"], account.regions, {
        ...plain,
        fix: useOptInRegions,
      }),
      ...(optInRegions(partition).length > 0 || (account.optInRegions ?? []).length > 0
        ? checkRegionList(["accounts", i, "optInRegions"], account.optInRegions, {
            partition,
            optIn: true,
            fix: "name it in regions, or leave it out: it is covered by default",
          })
        : []),
    ]),
  ];
}
