import {
  defaultRegions,
  findRegion,
  regions,
  routesAcrossRegions,
  type Partition,
} from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { Check } from "./checked";

type RegionList = readonly (string | undefined)[] | undefined;

/** What a region must be. */
interface Expectation {
  readonly optIn: boolean;
  /** What to do with a region of the other sort. */
  readonly fix: string;
}

/** Whether a region that exists is in the right partition, and needs opt-in as expected. */
function checkRegion(
  partition: Partition,
  path: ProblemPath,
  value: string | undefined,
  { optIn, fix }: Expectation,
): readonly Problem[] {
  const region = value === undefined ? undefined : findRegion(value);
  if (!region || (region.partition === partition && region.optIn === optIn)) return [];
  const candidates = regions
    .filter((each) => each.partition === partition && each.optIn === optIn)
    .map(({ name }) => name);
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
  const problem = optIn
    ? "every account has this region without opting in"
    : "this region needs opt-in: an account may not have it";
  return [{ ...common, problem, fix }];
}

/** Partition and opt-in state of regions. */
const checkPartition: Check = ({ draft, plan: { partition } }) => {
  const { hub, trail, rollout, accounts = [] } = draft;
  const plain = {
    optIn: false,
    fix: "name it in optInRegions of the accounts that have enabled it",
  };
  const optIn = {
    optIn: true,
    fix: "name it in regions, or leave it out: it is covered by default",
  };
  const [any = "us-east-1"] = defaultRegions(partition);
  const one = (path: ProblemPath, value: string | undefined, fix: string) =>
    checkRegion(partition, path, value, { optIn: false, fix });
  const each = (path: ProblemPath, list: RegionList, expectation: Expectation) =>
    (list ?? []).flatMap((region, i) => checkRegion(partition, [...path, i], region, expectation));
  return [
    ...one(["hub", "region"], hub?.region, `choose a region that needs no opt-in, such as ${any}`),
    ...one(["trail", "homeRegion"], trail?.homeRegion, "choose a home region that needs no opt-in"),
    ...each(["regions"], draft.regions, plain),
    ...(rollout?.type === "stack-set"
      ? each(["rollout", "optInRegions"], rollout.optInRegions, optIn)
      : []),
    ...accounts.flatMap((account, i) => [
      ...each(["accounts", i, "regions"], account?.regions, plain),
      ...each(["accounts", i, "optInRegions"], account?.optInRegions, optIn),
    ]),
  ];
};

/** Regions where AWS User Notifications keeps notifications. */
const checkHubRegions: Check = ({ draft, plan: { partition } }) =>
  (draft.userNotifications?.hubRegions ?? []).flatMap((value, i) => {
    const region = value === undefined ? undefined : findRegion(value);
    if (!region || region.partition === partition) return [];
    return [
      {
        path: ["userNotifications", "hubRegions", i],
        value,
        problem: `this region is in the partition ${region.partition}, the hub is in ${partition}`,
        allowed: "regions of the hub's partition, such as us-east-1",
        fix: "correct it, or remove the entry",
      },
    ];
  });

/** Regions that are to be left must be left. */
const checkRetired: Check = ({ draft: { accounts = [] }, plan }) =>
  accounts.flatMap((account, i) =>
    (account?.retiredRegions ?? []).flatMap((value, at) =>
      value === undefined || !plan.accounts[i]?.regions.includes(value)
        ? []
        : [
            {
              path: ["accounts", i, "retiredRegions", at],
              value,
              problem: "this region is still covered",
              allowed: "regions that are not covered any more",
              fix: "remove it here, or from the covered regions",
            },
          ],
    ),
  );

/** Regions from which no event can reach the hub, where AWS does not send events across regions. */
const checkCrossRegion: Check = ({ draft, plan: { partition }, knows }) => {
  const { hub, accounts = [] } = draft;
  const region = hub?.region;
  if (routesAcrossRegions(partition) || region === undefined || !knows("hub")) return [];
  const check = (path: ProblemPath, list: RegionList): readonly Problem[] => {
    const away = (list ?? []).filter((each) => each !== undefined && each !== region);
    if (away.length === 0) return [];
    return [
      {
        path,
        value: list,
        problem: `in the partition ${partition} EventBridge sends no events across regions: those of ${away.join(", ")} would not reach the hub in ${region}`,
        allowed: region,
        fix: `set regions: [${region}] here, and give ${away.join(", ")} a configuration of its own, with its own hub region, namePrefix and stackPrefix and with trail: { type: existing }`,
      },
    ];
  };
  const inherits = accounts.some((account) => account?.regions === undefined);
  return [
    ...check(["regions"], draft.regions ?? (inherits ? defaultRegions(partition) : undefined)),
    ...accounts.flatMap((account, i) => check(["accounts", i, "regions"], account?.regions)),
  ];
};

/** A change of region strategy that changes nothing. */
const checkMove: Check = ({ plan: { terraform } }) =>
  terraform.movedFrom !== terraform.regionStrategy
    ? []
    : [
        {
          path: ["movedFrom"],
          value: terraform.movedFrom,
          problem: "the accounts have this strategy already: nothing is to be moved",
          allowed: "the other strategy, or nothing",
          fix: "remove movedFrom, or set the regionStrategy to change to",
        },
      ];

/** Regions, each where it is named. */
export const regionChecks: readonly Check[] = [
  checkPartition,
  checkHubRegions,
  checkRetired,
  checkCrossRegion,
  checkMove,
];
