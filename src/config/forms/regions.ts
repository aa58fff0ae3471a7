import { partitionOfNewRegion, regionNameForm } from "../../aws/regions";
import { findRegion, partitions, publishedPartition, regions, type Region } from "../../aws";
import { nearestFix, type Fault, type Form } from "./form";

const allNames = regions.map(({ name }) => name);

const newer =
  ". If AWS opened it after this version was released, name it in newRegions of the accounts that have enabled it";

function fault(text: string, candidates: readonly string[], ifNewer: string): Fault {
  const foreign = publishedPartition(text);
  if (foreign !== undefined) {
    return {
      problem: `this region is in the partition ${foreign}, which is not supported`,
      fix: `use a region of ${partitions.join(", ")}`,
    };
  }
  const [bare = "", ...others] = text.split(/[\s,;]+/).filter((part) => part !== "");
  if (bare !== text && others.length === 0 && findRegion(bare)) {
    return { problem: "this has a comma or a space too many", fix: `write ${bare}`, meant: bare };
  }
  const zone = /[a-z]$/.test(text) ? findRegion(text.slice(0, -1))?.name : undefined;
  if (zone !== undefined) {
    const problem = "this is an availability zone, not a region";
    return { problem, fix: `did you mean ${zone}?`, meant: zone };
  }
  const ofSort = nearestFix(text, candidates);
  const { fix, meant } = ofSort.meant === undefined ? nearestFix(text, allNames) : ofSort;
  const hint = partitionOfNewRegion(text) === undefined ? "" : ifNewer;
  return {
    problem: "AWS has no region of this name, as far as this version knows",
    fix: `${fix}${hint}`.replace("?.", "?"),
    ...(meant !== undefined && { meant }),
  };
}

/** @param ifNewer - what to do with a region that this version does not know */
function regionForm(
  title: string,
  isMeant: (region: Region) => boolean,
  ifNewer: string = newer,
): Form {
  const known = regions.filter(isMeant).map(({ name }) => name);
  return {
    allowed: known.join(", "),
    title,
    known,
    // Editors do not refuse a region that is newer than this package.
    hides: "whether a region is missing",
    pattern: regionNameForm,
    test: (text) => findRegion(text) !== undefined,
    explain: (text) => fault(text, known, ifNewer),
  };
}

/** Any region of AWS. */
export const anyRegion = regionForm("a region of AWS, such as eu-central-1", () => true, "");

const withoutOptIn = "a region that needs no opt-in, such as eu-central-1";
const needsNone = ({ optIn }: Region): boolean => !optIn;

/** The name of a region that every account has, one of those that are covered. */
export const regionWithoutOptIn = regionForm(withoutOptIn, needsNone);

/** That of a single place, such as the hub: every region that AWS opens now needs opt-in. */
export const homeRegion = regionForm(withoutOptIn, needsNone, "");

/** The name of a region that an account may have enabled. */
export const optInRegion = regionForm(
  "a region that needs opt-in, such as eu-south-1",
  ({ optIn }) => optIn,
);

/** The name of a region that this version does not know. */
export const newRegion: Form = {
  allowed: "the name of a region that this version does not know, such as ap-south-9",
  test: (text) => partitionOfNewRegion(text) !== undefined,
  explain: (text) => {
    const known = findRegion(text);
    if (!known) {
      return {
        problem: "this is not a valid name of a region",
        fix: "copy the name from the AWS Management Console",
      };
    }
    const instead = known.optIn ? "name it in optInRegions" : "it is covered by default";
    return {
      problem: "this version knows this region",
      fix: `remove it here: ${instead}`,
      remove: true,
    };
  },
};
