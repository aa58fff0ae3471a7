import type { ExpectedCoverage } from "../expected-coverage";
import type { Resource } from "../inventory";
import { accountOf, placeOf, stopsOf, type Network } from "../network";
import { stationAt } from "../station";
import type { Stop } from "../trace-result";

/** Accounts and regions that are missing, and those that nobody asked for. */
export function placeFindings(network: Network, expected: ExpectedCoverage): readonly Stop[] {
  const wanted = new Map(expected.accounts.map(({ id, regions }) => [id, new Set(regions)]));
  // A stack set has the same regions for a whole unit: those of the unit itself are compared.
  const inUnits = new Set(
    expected.accounts.flatMap(({ id, organizationalUnit: unit }) =>
      unit === undefined || unit === id ? [] : [id],
    ),
  );
  return [
    ...staleStacks(network, new Set(wanted.keys())),
    ...missing(network, expected),
    ...network
      .all("aws_cloudwatch_event_rule")
      .filter((rule) => isDefaultBus(network, rule))
      .flatMap((rule) => {
        const { account, region } = placeOf(rule);
        if (inUnits.has(account) || (wanted.get(account)?.has(region) ?? true)) return [];
        const reason = `${region} of account ${account} is not in the configuration: it is of an older one`;
        return [stationAt("stale region", rule, reason)];
      }),
  ];
}

function isDefaultBus(network: Network, rule: Resource): boolean {
  const { account, region } = placeOf(rule);
  return network.find("aws_cloudwatch_event_rule", `${account}/${region}/default`).includes(rule);
}

function missing(network: Network, { accounts }: ExpectedCoverage): readonly Stop[] {
  const covered = new Set(network.keys("aws_cloudwatch_event_rule"));
  return accounts.flatMap(({ id, regions }) => {
    const lost = regions.filter((region) => !covered.has(`${id}/${region}/default`));
    if (lost.length === 0) return [];
    const reason =
      lost.length === regions.length
        ? `account ${id} has no forwarding rule in any region`
        : `account ${id} has no forwarding rule in ${lost.join(", ")}`;
    return [stationAt("missing region", undefined, reason)];
  });
}

/** Resources in an account that the configuration does not name, one for each stack and account. */
function staleStacks(network: Network, wanted: ReadonlySet<string>): readonly Stop[] {
  const seen = new Set<string>();
  return network.inventory.resources.flatMap((resource) => {
    let account = "";
    if (stopsOf(() => (account = accountOf(resource))).length > 0) return [];
    const key = `${resource.stack} ${account}`;
    if (wanted.has(account) || seen.has(key)) return [];
    seen.add(key);
    const reason = `account ${account} is not in the configuration: the stack ${resource.stack} is of an older one`;
    return [stationAt("stale stack", resource, reason)];
  });
}
