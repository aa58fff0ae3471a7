import { parseArn } from "../aws";
import type { ExpectedCoverage } from "./expected-coverage";
import { optionalText, type ResourceIndex } from "./resource-index";
import { isNamedBoundary } from "./trace/boundary";
import { assumesTrail } from "./trace/recorded";
import { isAssumed } from "./trace/topic";

const trailSentence =
  "an existing organization trail logs the management events that alerts need, in every account and region";

/** The boundary that the configuration names, where a role has it and its policy is not in what was read. */
function boundarySentence(index: ResourceIndex, named: string | undefined): readonly string[] {
  const isTaken = index.all("aws_iam_role").some((role) => {
    const arn = optionalText(role, "permissions_boundary");
    if (arn === undefined || !isNamedBoundary(role, arn, named)) return false;
    return index.find("aws_iam_policy", arn).length === 0;
  });
  return isTaken
    ? [
        `the existing policy ${named ?? ""} allows what the roles that it bounds do, in every account`,
      ]
    : [];
}

/** What a report takes for granted, since it is not in what was read: half a sentence each, after "that". */
export function assumptionsOf(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly string[] {
  const { existing = [], permissionsBoundary, trail } = expected ?? {};
  const topics = existing.filter(
    (arn) => parseArn(arn)?.service === "sns" && isAssumed(index, arn, existing),
  );
  return [
    ...(assumesTrail(index, trail) ? [trailSentence] : []),
    ...topics.map(
      (arn) => `the existing topic ${arn} accepts what is sent to it, and notifies people`,
    ),
    ...boundarySentence(index, permissionsBoundary),
  ];
}
