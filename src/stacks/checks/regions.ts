import { defaultRegions } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { partitionOf } from "./partition";
import { checkRegion, type Expectation } from "./region";

type RegionList = readonly (string | undefined)[] | undefined;

function checkEach(
  path: ProblemPath,
  list: RegionList = [],
  expectation: Expectation,
): readonly Problem[] {
  return list.flatMap((region, i) => checkRegion([...path, i], region, expectation));
}

/** Regions that are to be left must be left. */
function checkRetired(
  path: ProblemPath,
  retired: RegionList = [],
  covered: NonNullable<RegionList>,
): readonly Problem[] {
  return retired.flatMap((value, i) =>
    value === undefined || !covered.includes(value)
      ? []
      : [
          {
            path: [...path, i],
            value,
            problem: "this region is still covered",
            allowed: "regions that are not covered any more",
            fix: "remove it here, or from the covered regions",
          },
        ],
  );
}

/** Partition and opt-in state of regions. */
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
    ...checkEach(["regions"], props.regions, plain),
    ...checkEach(
      ["rollout", "optInRegions"],
      props.rollout?.type === "stack-set" ? props.rollout.optInRegions : undefined,
      optIn,
    ),
    ...(props.accounts ?? []).flatMap((account, i) => {
      const path = ["accounts", i];
      return [
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
