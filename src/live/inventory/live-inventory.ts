import { isAccountId } from "../../aws/organizations";
import { inventoryOfFound, type Finding, type Inventory } from "../../coverage";
import { drillRoleArns } from "../../coverage/guards/drill-roles";
import type { LivePlace } from "../answer";
import type { Aws } from "../aws";
import type { Here } from "../here";
import { joined, nothing, readEach, type Facts } from "./found";
import { readHub } from "./hub";
import { readLimits, type ReadLimits } from "./limits";
import { notKnownFinding } from "./live-findings";
import { readRole } from "./roles";
import { readForwarder, type RulesOnBus } from "./rules-on-bus";
import type { LiveScope } from "./scope";
import { readTrailPath } from "./trail-path";
import { readTrustedAccess } from "./trusted-access";

/**
 * The inventory of a live organization: what the configuration promises, as AWS has it. Whatever AWS did
 * not say is a finding and, where alerts depend on it, unresolved.
 * @param onProgress - called for every account and region that is done, of so many
 */
export async function readLiveInventory(
  aws: Aws,
  scope: LiveScope,
  onProgress?: (done: number, total: number) => void,
): Promise<Inventory> {
  const places = placesOf(scope);
  const read = await aws.each(
    places,
    (here) => here.whole(() => readPlace(here, scope), { ...nothing, roleArns: [], unread: [] }),
    onProgress,
  );
  const accounts = new Set(places.map(({ account }) => account));
  const named = rolesByAccount(read, scope).filter(({ account }) => accounts.has(account));
  const roles = await aws.each(named, (here, { arns }) =>
    here.whole(
      async () => ({
        ...nothing,
        resources: (await readEach(arns, (arn) => readRole(here, arn))).flat(),
      }),
      nothing,
    ),
  );
  const { resources, findings } = joined([...read, ...roles]);
  const limited = await limitsOf(aws, scope);
  const trusted = await trustedAccessOf(aws, scope);
  return inventoryOfFound(resources, {
    unread: new Map([...read.flatMap(({ unread }) => unread), ...unreadUnits(scope)]),
    findings: [...findings, ...trusted, ...limited.findings, ...aws.notKnown.map(notKnownFinding)],
    organizationPolicies: limited.limits,
  });
}

/** Only member accounts depend on it: the management account records itself. */
async function trustedAccessOf(aws: Aws, scope: LiveScope): Promise<readonly Finding[]> {
  const { organizations, expected, tree } = scope;
  const hasMembers = expected.accounts.some(({ id }) => id !== expected.managementAccount);
  if (!hasMembers || tree.state !== "known") return [];
  return aws.at(organizations, (here) => here.whole(() => readTrustedAccess(here), []));
}

/** What policies of the organization limit in the accounts that are read; they limit no management account. */
async function limitsOf(aws: Aws, scope: LiveScope): Promise<ReadLimits> {
  const { tree, organizations, expected } = scope;
  if (tree.state !== "known") return { limits: new Map(), findings: [] };
  const accounts = new Set(placesOf(scope).map(({ account }) => account));
  accounts.delete(expected.managementAccount);
  return aws.at(organizations, (here) =>
    here.whole(() => readLimits(here, tree.value, [...accounts].sort()), {
      limits: new Map(),
      findings: [],
    }),
  );
}

/** Where it is not known which accounts a unit holds, none of them is known to be covered. */
function unreadUnits({ expected, tree }: LiveScope): RulesOnBus["unread"] {
  if (tree.state !== "not known") return [];
  const because = notKnownFinding(tree.notKnown);
  return expected.accounts
    .filter(({ id }) => !isAccountId(id))
    .flatMap(({ id, regions }) =>
      regions.map((region) => [`${id}/${region}/default`, because] as const),
    );
}

/** Every place that is read, each once. */
function placesOf({ expected, hub, trail }: LiveScope): readonly LivePlace[] {
  const covered = expected.accounts
    .filter(({ id }) => isAccountId(id))
    .flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
  const all = [hub, trail, ...covered].map(({ account, region }) => ({ account, region }));
  return [...new Map(all.map((place) => [JSON.stringify(place), place])).values()];
}

type PlaceFacts = Omit<RulesOnBus, "targets">;

async function readPlace(here: Here, scope: LiveScope): Promise<PlaceFacts> {
  const isHere = ({ account, region }: LivePlace): boolean =>
    account === here.place.account && region === here.place.region;
  const isCovered = scope.expected.accounts.some(({ id, regions }) =>
    regions.some((region) => isHere({ account: id, region })),
  );
  const parts: readonly (Facts & Partial<PlaceFacts>)[] = [
    ...(isCovered ? [await readForwarder(here, scope)] : []),
    ...(isHere(scope.hub) ? [await readHub(here, scope)] : []),
    ...(isHere(scope.trail) ? [await readTrailPath(here, scope)] : []),
  ];
  return {
    ...joined(parts),
    roleArns: parts.flatMap(({ roleArns = [] }) => roleArns),
    unread: parts.flatMap(({ unread = [] }) => unread),
  };
}

interface AccountRoles extends LivePlace {
  readonly arns: readonly string[];
}

/** Roles are of an account, not of a region: each is read once. */
function rolesByAccount(
  places: readonly PlaceFacts[],
  { globalRegion, expected }: LiveScope,
): readonly AccountRoles[] {
  const byAccount = new Map<string, Set<string>>();
  const ofDrills = drillRoleArns(expected).map(({ arn }) => arn);
  for (const arn of [...places.flatMap(({ roleArns }) => roleArns), ...ofDrills]) {
    const account = arn.split(":")[4] ?? "";
    byAccount.set(account, (byAccount.get(account) ?? new Set()).add(arn));
  }
  return [...byAccount].map(([account, arns]) => ({
    account,
    region: globalRegion,
    arns: [...arns].sort(),
  }));
}
