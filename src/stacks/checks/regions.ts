import { defaultRegions } from "../../aws";
import type { Problem, ProblemPath } from "../problem";
import type { ConfigurationDraft } from "./draft";
import { firstIndexes } from "./lists";
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
    ...(props.accounts ?? []).flatMap((account, i) => {
      const path = ["accounts", i];
      return [
        ...checkNotEmpty([...path, "regions"], account?.regions),
        ...checkEach([...path, "regions"], account?.regions, plain),
        ...checkEach([...path, "optInRegions"], account?.optInRegions, optIn),
      ];
    }),
  ];
}
