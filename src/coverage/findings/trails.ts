import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import { accountOf, flag, type ResourceIndex } from "../resource-index";

/** A trail that is wanted and missing, and one of the organization in an account that may not create it. */
export function trailFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  if (expected?.trail !== "create") return [];
  const trails = index.written("aws_cloudtrail");
  if (trails.length === 0) {
    const detail = "the configuration creates one, but no stack has it";
    return [finding("trail-missing", undefined, detail)];
  }
  return trailsOfMembers(index, expected);
}

/**
 * Only the management account and a delegated administrator may create an organization trail; which
 * account is one, the configuration says by naming it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 */
function trailsOfMembers(
  index: ResourceIndex,
  { managementAccount, trailAccount }: ExpectedCoverage,
): readonly Finding[] {
  if (managementAccount === undefined || trailAccount === undefined) return [];
  const allowed = [...new Set([managementAccount, trailAccount])];
  return index.written("aws_cloudtrail").flatMap((trail) => {
    let account: string = managementAccount;
    // What is not known is a finding of its own.
    blockersOf(() => {
      if (flag(trail, "is_organization_trail", false)) account = accountOf(trail);
    });
    if (allowed.includes(account)) return [];
    const detail = `an organization trail in account ${account}: it must be in ${allowed.join(" or ")}`;
    return [finding("different-place", trail, detail)];
  });
}
