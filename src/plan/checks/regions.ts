import { defaultRegions, findRegion, regions, routesAcrossRegions } from "../../aws";
import { partitionOfNewRegion } from "../../aws/regions";
import { removal, type Edit } from "../../config/edit";
import type { Problem, ProblemPath } from "../../config/problem";
import type { Check, Checked } from "./checked";

type RegionList = readonly (string | undefined)[] | undefined;

/** What a region must be. */
interface Expectation {
  readonly optIn: boolean;
  /** What to do with a region of the other sort. */
  readonly fix: string;
  /** The same as changes; absent where only a person knows. */
  readonly edits?: (path: ProblemPath, value: string) => readonly Edit[];
}

/** Whether a region that exists is in the right partition, and needs opt-in as expected. */
function checkRegion(
  { draft, plan: { partition } }: Checked,
  path: ProblemPath,
  value: string | undefined,
  { optIn, fix, edits }: Expectation,
): readonly Problem[] {
  const region = value === undefined ? undefined : findRegion(value);
  if (value === undefined || !region || (region.partition === partition && region.optIn === optIn))
    return [];
  const candidates = regions
    .filter((each) => each.partition === partition && each.optIn === optIn)
    .map(({ name }) => name);
  const common = { path, value, allowed: candidates.join(", ") || "no region at all" };
  if (region.partition !== partition) {
    const edit = removal(draft, path);
    const hub = draft.hub?.region;
    // Without the list all regions would be covered, whose events do not get to the hub there.
    const isNeeded = edit.path.at(-1) === "regions" && !routesAcrossRegions(partition);
    return [
      {
        ...common,
        problem: `this region is in the partition ${region.partition}, the hub is in ${partition}: events do not cross partitions`,
        fix: `${isNeeded ? `write ${hub ?? "the hub region"}` : "remove it"} here, and describe the other partition in a configuration of its own, with its own hub`,
        edits: [isNeeded && hub !== undefined ? { path: edit.path, set: [hub] } : edit],
      },
    ];
  }
  const problem = optIn
    ? "every account has this region without opting in"
    : "this region needs opt-in: an account may not have it";
  return [{ ...common, problem, fix, ...(edits && { edits: edits(path, value) }) }];
}

/** Partition and opt-in state of regions. */
const checkPartition: Check = (checked) => {
  const { draft, plan } = checked;
  const { hub, trail, rollout, accounts = [] } = draft;
  const removed = (path: ProblemPath) => [removal(draft, path)];
  const plain = {
    optIn: false,
    fix: "remove it here, and name it in optInRegions of the accounts that have enabled it",
    edits: removed,
  };
  const optIn = {
    optIn: true,
    fix: "remove it: it is covered by default, or name it in regions",
    edits: removed,
  };
  const [any = "us-east-1"] = defaultRegions(plan.partition);
  const each = (path: ProblemPath, list: RegionList, expectation: Expectation) =>
    (list ?? []).flatMap((region, i) => checkRegion(checked, [...path, i], region, expectation));
  return [
    ...checkRegion(checked, ["hub", "region"], hub?.region, {
      optIn: false,
      fix: `choose a region that needs no opt-in, such as ${any}`,
    }),
    ...checkRegion(checked, ["trail", "homeRegion"], trail?.homeRegion, {
      optIn: false,
      fix: "remove it for the hub region, or choose a home region that needs no opt-in",
      edits: removed,
    }),
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

/** Regions that this version does not know are in the partition that their name says. */
const checkNewRegions: Check = ({ draft, plan: { partition }, knows }) => {
  if (!knows("hub")) return [];
  return (draft.accounts ?? []).flatMap((account, i) =>
    (account?.newRegions ?? []).flatMap((value, at) => {
      const own = value === undefined ? undefined : partitionOfNewRegion(value);
      if (own === undefined || (own === partition && routesAcrossRegions(partition))) return [];
      return [
        {
          path: ["accounts", i, "newRegions", at],
          value,
          problem:
            own === partition
              ? `in the partition ${partition} EventBridge does not send events across regions: those of ${value ?? ""} would not reach the hub`
              : `this region is in the partition ${own}, the hub is in ${partition}: events do not cross partitions`,
          allowed: routesAcrossRegions(partition) ? `regions of ${partition}` : "no region at all",
          fix: "remove it",
          edits: [removal(draft, ["accounts", i, "newRegions", at])],
        },
      ];
    }),
  );
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
        fix: "remove the entry, or correct it",
        edits: [removal(draft, ["userNotifications", "hubRegions", i])],
      },
    ];
  });

/** Regions that are to be left must be left, and are such that could be covered. */
const checkRetired: Check = ({ draft: { accounts = [] }, plan }) =>
  accounts.flatMap((account, i) =>
    (account?.retiredRegions ?? []).flatMap((value, at) => {
      const region = value === undefined ? undefined : findRegion(value);
      const isOther = region !== undefined && region.partition !== plan.partition;
      if (value === undefined || !(isOther || plan.accounts[i]?.regions.includes(value))) return [];
      return [
        {
          path: ["accounts", i, "retiredRegions", at],
          value,
          problem: isOther
            ? `this region is in the partition ${region.partition}, the hub is in ${plan.partition}`
            : "this region is still covered",
          allowed: "regions of the hub's partition that are not covered any more",
          fix: isOther ? "remove it" : "remove it here, or from the covered regions",
          edits: [removal({ accounts }, ["accounts", i, "retiredRegions", at])],
        },
      ];
    }),
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
        problem: `in the partition ${partition} EventBridge does not send events across regions: those of ${away.join(", ")} would not reach the hub in ${region}`,
        allowed: region,
        fix: `set regions: [${region}] here, and give ${away.join(", ")} a configuration of its own, with its own hub region, namePrefix and stackPrefix and with trail: { type: existing }`,
        edits: [{ path, set: [region] }],
      },
    ];
  };
  const inherits =
    draft.rollout?.type === "stack-set" ||
    accounts.some((account) => account?.regions === undefined);
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
          edits: [{ path: ["movedFrom"], remove: true }],
        },
      ];

/** Regions, each where it is named. */
export const regionChecks: readonly Check[] = [
  checkPartition,
  checkNewRegions,
  checkHubRegions,
  checkRetired,
  checkCrossRegion,
  checkMove,
];
