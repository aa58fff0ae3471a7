import { isAccountId } from "../../aws/organizations";
import type { PlannedCoverage } from "../../coverage";
import { UnusableInputError } from "../../json/read-json";
import type { Answer, LivePlace } from "../answer";
import type { Aws } from "../aws";
import { readTree, type OrganizationTree } from "../organization/tree";

/** What of a live organization is to be read: where the configuration says that something is. */
export interface WantedScope {
  /** What the configuration promises. */
  readonly expected: PlannedCoverage;
  /** Begins the names of everything. */
  readonly namePrefix: string;
  readonly hub: LivePlace;
  /** Account and home region of the trail. */
  readonly trail: LivePlace;
  /** Region in which global services are asked. */
  readonly globalRegion: string;
}

/** What of a live organization is read: of organizational units the accounts that are in them now. */
export interface LiveScope extends WantedScope {
  /** From where AWS Organizations is asked. */
  readonly organizations: LivePlace;
  readonly tree: Answer<OrganizationTree>;
}

/**
 * Asks AWS Organizations for the accounts: from the management account, or from that of the credentials
 * where there is no role for that one.
 * @throws UnusableInputError where AWS says that it is another organization than the configured one
 */
export async function liveScope(aws: Aws, wanted: WantedScope): Promise<LiveScope> {
  const { managementAccount } = wanted.expected;
  const organizations = {
    account: aws.mayRead(managementAccount) ? managementAccount : aws.identity.account,
    region: wanted.globalRegion,
  };
  const tree = await aws.at(organizations, readTree);
  if (tree.state === "known") requireSameOrganization(wanted.expected, tree.value);
  const expected = tree.state === "known" ? inUnits(wanted.expected, tree.value) : wanted.expected;
  return { ...wanted, expected, organizations, tree };
}

/** Everything else would be judged by what is promised to others. */
function requireSameOrganization(
  { organization, managementAccount }: PlannedCoverage,
  { organization: found }: OrganizationTree,
): void {
  if (found === undefined) return;
  if (organization !== found.id) {
    throw new UnusableInputError(
      `the configuration belongs to the organization ${organization}, the AWS credentials to ${found.id}: name a profile of that organization (AWS_PROFILE), or correct organization.id`,
    );
  }
  if (managementAccount !== found.managementAccount) {
    throw new UnusableInputError(
      `the management account of ${found.id} is ${found.managementAccount}, the configuration says ${managementAccount}: correct organization.managementAccount`,
    );
  }
}

/** The accounts of organizational units in the place of the units; no stack set reaches the management account. */
function inUnits(expected: PlannedCoverage, tree: OrganizationTree): PlannedCoverage {
  const listed = expected.accounts.filter(({ id }) => isAccountId(id));
  const units = expected.accounts.filter(({ id }) => !isAccountId(id));
  const taken = new Set([expected.managementAccount, ...listed.map(({ id }) => id)]);
  const found = [...tree.accounts.values()].flatMap(({ id, state, above }) => {
    const own = units.filter((unit) => above.includes(unit.id));
    if (own.length === 0 || state !== "ACTIVE" || taken.has(id)) return [];
    // Without its name: the function that writes messages knows those of the configuration alone. Units may lie in each other.
    return [{ id, regions: [...new Set(own.flatMap(({ regions }) => regions))] }];
  });
  return { ...expected, accounts: [...listed, ...found] };
}

/** Names of what watches the path at a place. */
export function guardsAt(
  { expected }: LiveScope,
  { account, region }: LivePlace,
): {
  readonly dashboards: readonly string[];
  readonly logGroups: readonly string[];
  readonly hasQueries: boolean;
} {
  const here = expected.guards.filter(
    ({ place }) => place.account === account && place.region === region,
  );
  return {
    dashboards: here.flatMap(({ dashboards = [] }) => dashboards.map(({ name }) => name)),
    logGroups: here.flatMap(({ filters }) => filters.map(({ logGroupName }) => logGroupName)),
    hasQueries: here.some(({ queries }) => queries.length > 0),
  };
}
