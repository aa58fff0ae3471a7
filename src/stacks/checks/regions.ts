import { defaultRegions, findRegion } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { firstIndexes } from "../../config/checks/lists";
import { partitionOf } from "./partition";
import { checkRegion, type Expectation } from "./region";

type RegionList = readonly (string | undefined)[] | undefined;

function checkNotEmpty(path: ProblemPath, list: RegionList): readonly Problem[] {
  if (list?.length !== 0) return [];
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

function checkEach(
  path: ProblemPath,
  list: RegionList = [],
  expectation: Expectation,
): readonly Problem[] {
  return firstIndexes(list).flatMap((first, i) =>
    first === i
      ? checkRegion([...path, i], list[i], expectation)
      : [
          {
            path: [...path, i],
            value: list[i],
            problem: "this region is named twice",
            allowed: "every region once",
            fix: "remove one of the two",
          },
        ],
  );
}

/** Regions that are to be left must be left. */
function checkRetired(
  path: ProblemPath,
  retired: RegionList = [],
  covered: NonNullable<RegionList>,
): readonly Problem[] {
  const firsts = firstIndexes(retired);
  return retired.flatMap((value, i) => {
    if (value === undefined) return [];
    const common = { path: [...path, i], value };
    const allowed = "regions that are not covered any more, each once";
    if (firsts[i] !== i) {
      const problem = "this region is named twice";
      return [{ ...common, problem, allowed, fix: "remove one of the two" }];
    }
    if (!findRegion(value)) {
      const problem = "AWS has no region of this name";
      return [{ ...common, problem, allowed, fix: "correct the name, or remove the entry" }];
    }
    if (!covered.includes(value)) return [];
    const problem = "this region is still covered";
    return [{ ...common, problem, allowed, fix: "remove it here, or from the covered regions" }];
  });
}

/** Names, partition and opt-in state of regions. */
export function checkRegions(props: ConfigurationDraft): readonly Problem[] {
  const partition = partitionOf(props);
  const withFix = (fix: string) => ({ partition, optIn: false, fix });
  const plain = withFix("name it in optInRegions of the accounts that have enabled it");
  const optIn = {
    partition,
    optIn: true,
    fix: "name it in regions, or leave it out: it is covered by default",
  };
  const [anyRegion] = defaultRegions(partition);
  return [
    ...checkRegion(
      ["hub", "region"],
      props.hub?.region,
      withFix(`choose a region that needs no opt-in, such as ${anyRegion ?? "us-east-1"}`),
    ),
    ...checkRegion(
      ["trail", "homeRegion"],
      props.trail?.homeRegion,
      withFix("choose a home region that needs no opt-in"),
    ),
    ...checkNotEmpty(["regions"], props.regions),
    ...checkEach(["regions"], props.regions, plain),
    ...checkEach(
      ["rollout", "optInRegions"],
      props.rollout?.type === "stack-set" ? props.rollout.optInRegions : undefined,
      optIn,
    ),
    ...(props.accounts ?? []).flatMap((account, i) => {
      const path = ["accounts", i];
      return [
        ...checkNotEmpty([...path, "regions"], account?.regions),
        ...checkEach([...path, "regions"], account?.regions, plain),
        ...checkEach([...path, "optInRegions"], account?.optInRegions, optIn),
        ...checkRetired([...path, "retiredRegions"], account?.retiredRegions, [
          ...(account?.regions ?? props.regions ?? defaultRegions(partition)),
          ...(account?.optInRegions ?? []),
        ]),
      ];
    }),
  ];
}
