import { FILTER_PATTERN_LIMIT } from "../aws/logs";
import { allOf, anyOf, equals, packedPatterns } from "./filter-pattern";

/** An account and the regions in which its sign-ins are forwarded. */
export interface CoveredAccount {
  /** 12 digits. */
  readonly account: string;
  /** Those that sign-ins are forwarded from. */
  readonly regions: readonly string[];
}

const account = (id: string): string => equals("recipientAccountId", id);

/** Accounts of one condition: as many as fit beside the rest of a pattern. */
const accountsPerCondition = Math.floor((FILTER_PATTERN_LIMIT - 200) / 45);

function inGroups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/** Conditions for the sign-ins of one region that are forwarded: of all accounts, or of some. */
function inRegion(
  region: string,
  covered: readonly CoveredAccount[],
  others: readonly string[],
): readonly string[] {
  const here = equals("awsRegion", region);
  const inside = covered.filter(({ regions }) => regions.includes(region));
  const outside = covered.filter(({ regions }) => !regions.includes(region));
  if (outside.length === 0) return [here];
  const fewOutside = outside.length <= accountsPerCondition;
  if (others.includes(region) && !fewOutside) {
    throw new RangeError(
      `${outside.length} accounts are not covered in ${region} while all others are, at most ${accountsPerCondition} can be distinguished`,
    );
  }
  if (others.includes(region) || (outside.length < inside.length && fewOutside)) {
    const others = outside.map((each) => `$.recipientAccountId != "${each.account}"`);
    return [`(${allOf(here, ...others)})`];
  }
  return inGroups(inside, accountsPerCondition).map(
    (group) => `(${allOf(here, anyOf(group.map((each) => account(each.account))))})`,
  );
}

/** In one order, whatever that of the configuration is. */
function inOrder(covered: readonly CoveredAccount[]): readonly CoveredAccount[] {
  return [...covered].sort((a, b) => (a.account < b.account ? -1 : 1));
}

/**
 * Patterns that match each sign-in in a region where its account is covered, exactly one of them.
 * @param others regions in which accounts that are not named are covered
 * @throws RangeError where a pattern cannot distinguish the accounts of a region
 */
export function coveredRegionPatterns(
  common: string,
  covered: readonly CoveredAccount[],
  others: readonly string[] = [],
): readonly string[] {
  const regions = [...new Set([...covered.flatMap((each) => each.regions), ...others])].sort();
  return packedPatterns(
    common,
    regions.flatMap((region) => inRegion(region, inOrder(covered), others)),
  );
}

/** Patterns that match each sign-in of an account that is covered at all, exactly one of them. */
export function coveredAccountPatterns(
  common: string,
  covered: readonly CoveredAccount[],
): readonly string[] {
  return packedPatterns(
    common,
    inOrder(covered).map((each) => account(each.account)),
  );
}
