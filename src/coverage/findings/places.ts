import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, placeOf, type ResourceIndex } from "../resource-index";
import type { AlertPath } from "../trace/alert-path";

/** Accounts and regions that are missing, and those that are not expected. */
export function placeFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage,
  path: () => AlertPath,
): readonly Finding[] {
  const wanted = new Map(expected.accounts.map(({ id, regions }) => [id, new Set(regions)]));
  // A stack set has the same regions for a whole unit: those of the unit itself are compared.
  const inUnits = new Set(
    expected.accounts.flatMap(({ id, organizationalUnit: unit }) =>
      unit === undefined || unit === id ? [] : [id],
    ),
  );
  return [
    ...staleStacks(index, new Set(wanted.keys()), path),
    ...missing(index, expected),
    ...index
      .all("aws_cloudwatch_event_rule")
      .filter((rule) => isDefaultBus(index, rule))
      .flatMap((rule) => {
        const { account, region } = placeOf(rule);
        if (inUnits.has(account) || (wanted.get(account)?.has(region) ?? true)) return [];
        return [finding("stale-resource", rule, `the region ${region} of account ${account}`)];
      }),
  ];
}

function isDefaultBus(index: ResourceIndex, rule: Resource): boolean {
  const { account, region } = placeOf(rule);
  return index.find("aws_cloudwatch_event_rule", `${account}/${region}/default`).includes(rule);
}

function missing(index: ResourceIndex, { accounts }: ExpectedCoverage): readonly Finding[] {
  const covered = new Set(index.keys("aws_cloudwatch_event_rule"));
  return accounts.flatMap(({ id, regions }) => {
    const lost = regions
      .map((region) => `${id}/${region}/default`)
      .filter((bus) => !covered.has(bus) && !index.unread(bus))
      .map((bus) => bus.split("/")[1]);
    if (lost.length === 0) return [];
    const where = lost.length === regions.length ? "any region" : lost.join(", ");
    return [finding("forwarding-rule-missing", undefined, `account ${id} in ${where}`)];
  });
}

/** Resources in an account that the configuration does not name, one for each stack and account. */
function staleStacks(
  index: ResourceIndex,
  wanted: ReadonlySet<string>,
  path: () => AlertPath,
): readonly Finding[] {
  const seen = new Set<string>();
  return index.inventory.resources.flatMap((resource) => {
    let account = "";
    if (blockersOf(() => (account = accountOf(resource))).length > 0) return [];
    const key = `${resource.stack} ${account}`;
    if (wanted.has(account) || seen.has(key) || !path().has(resource)) return [];
    seen.add(key);
    return [finding("stale-stack", resource, `${resource.stack}, account ${account}`)];
  });
}
