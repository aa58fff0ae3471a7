import type { Account, SignInAlertsProps } from "../config/props";
import type { LiveAccount } from "../live";
import {
  accountAdded,
  accountRemoved,
  movedOutOfUnits,
  movedToUnit,
  tagSet,
} from "./account-edits";
import type { Difference } from "./difference";
import { extraRegions, knownRegions, regionKeys } from "./enabled-regions";
import { titleOf, type View } from "./organization-view";
import { leftOut, tagKeysIn } from "./wanted";

/** The tags of an account that the configuration has a use for. */
function usedTags({ configuration, details }: View, id: string): Readonly<Record<string, string>> {
  const tags = details.get(id)?.tags;
  if (tags?.state !== "known") return {};
  const used = tagKeysIn(configuration);
  return Object.fromEntries(Object.entries(tags.value).filter(([key]) => used.has(key)));
}

/** The entry of an account that joined, in a configuration as it is by then. */
function entryOf(view: View, { id, name }: LiveAccount, current: SignInAlertsProps): Account {
  const { configuration, details, plan } = view;
  const regions = knownRegions(details.get(id)) ?? new Map<string, string>();
  const accepted = configuration.acceptMissingRegions ?? [];
  const extra = extraRegions(regions, plan.partition).filter(
    ({ region }) => !accepted.includes(region),
  );
  const tags = usedTags(view, id);
  // Two accounts of one name could not be told apart by those who choose accounts by name.
  const isTaken = current.accounts.some((account) => account.name === name.trim());
  return {
    id,
    name: [name.trim(), ...(isTaken || name.trim() === "" ? [id] : [])].filter(Boolean).join("-"),
    ...(Object.keys(tags).length > 0 && { tags }),
    ...regionKeys(extra),
  };
}

/** Accounts that joined: neither listed, nor left out on purpose, nor covered by the stack set. */
function newAccounts(view: View): readonly Difference[] {
  const { configuration, organization, rolloutUnitOf } = view;
  const known = new Set(configuration.accounts.map(({ id }) => id));
  return organization.accounts
    .filter(({ id, state }) => state === "ACTIVE" && !known.has(id))
    .filter(({ id }) => leftOut(configuration, organization, id) === "out")
    .filter(({ id }) => rolloutUnitOf(id).state === "out")
    .map((account) => ({
      kind: "account-new",
      account: account.id,
      problem: `account ${titleOf(account)} is active and not in accounts: its sign-ins go unnoticed`,
      fix: "add it to accounts, or name it in acceptUncovered with the reason",
      edits: (current) => accountAdded(entryOf(view, account, current))(current),
    }));
}

/** What only a person can move to another account. */
function dutyOf({ configuration, plan }: View, id: string): string | undefined {
  const { organization, hub } = configuration;
  const duties: readonly (readonly [string, string | undefined])[] = [
    ["organization.managementAccount", organization.managementAccount],
    ["hub.account", hub.account],
    ["trail.account", plan.trail.place.account],
    ["rollout.account", plan.stackSet?.account],
  ];
  return duties.find(([, account]) => account === id)?.[0];
}

function lost(view: View, account: Account, state: string | undefined): Difference {
  const isGone = state === undefined;
  const duty = dutyOf(view, account.id);
  const problem = `account ${titleOf(account)} is ${isGone ? "not in the organization" : `${state} and listed as if it were in use`}`;
  const common = { kind: isGone ? "account-gone" : "account-closed", account: account.id } as const;
  if (duty !== undefined) {
    return { ...common, problem, fix: `it is ${duty}: name another account there` };
  }
  return {
    ...common,
    problem,
    fix: "remove it from accounts; where Terraform can still assume its role, destroy its stack first",
    edits: accountRemoved(account.id),
  };
}

/** Accounts that a unit of the rollout holds, or no longer does. */
function moved({ rolloutUnitOf, organization }: View, account: Account): readonly Difference[] {
  const { id, organizationalUnit: unit } = account;
  const found = rolloutUnitOf(id);
  if (found.state === "not known" || id === organization.managementAccount) return [];
  const now = found.state === "in" ? found.unit : undefined;
  const common = { kind: "account-moved", account: id } as const;
  if (now !== undefined && unit === undefined) {
    return [
      {
        ...common,
        organizationalUnit: now,
        problem: `account ${titleOf(account)} is in ${now}, which the stack set covers, and has a stack of its own`,
        fix: `destroy its stack, then set organizationalUnit: ${now}; or move it out of the unit`,
        edits: movedToUnit(id, now),
      },
    ];
  }
  if (now === undefined && unit !== undefined) {
    return [
      {
        ...common,
        organizationalUnit: unit,
        problem: `account ${titleOf(account)} is no longer in ${unit}, nor in another unit of the rollout: the stack set does not cover it`,
        fix: "remove organizationalUnit, so that it gets a stack of its own",
        edits: movedOutOfUnits(id),
      },
    ];
  }
  return [];
}

/** An account that is in another unit of the rollout than it says. */
function renamedUnit(view: View, account: Account): readonly Difference[] {
  const { organizationalUnit: unit, id } = account;
  const answer = unit === undefined ? undefined : view.organization.units.get(unit);
  const found = view.rolloutUnitOf(id);
  if (unit === undefined || found.state !== "in" || found.unit === unit) return [];
  // A unit may hold another that is named, too.
  const isThere = answer?.state === "known" && answer.value.includes(id);
  if (isThere || answer?.state === "not known") return [];
  return [
    {
      kind: "account-moved",
      account: id,
      organizationalUnit: found.unit,
      problem: `account ${titleOf(account)} is in ${found.unit}, not in ${unit}`,
      fix: `set organizationalUnit: ${found.unit}`,
      edits: movedToUnit(id, found.unit),
    },
  ];
}

function retagged(view: View, account: Account): readonly Difference[] {
  return Object.entries(usedTags(view, account.id))
    .filter(([key, value]) => account.tags?.[key] !== value)
    .map(([key, value]) => ({
      kind: "tag-changed",
      account: account.id,
      problem: `account ${titleOf(account)} has the tag ${key}=${value}, not ${key}=${account.tags?.[key] ?? "(none)"}: routes may choose it wrongly`,
      fix: `set tags: { ${key}: ${value} }, or compare no tags with --no-tags`,
      edits: tagSet(account.id, key, value),
    }));
}

/** What differs of each account, those first that are listed. */
export function accountDifferences(view: View): readonly Difference[] {
  const { configuration, accountOf } = view;
  const ofListed = configuration.accounts.flatMap((account): readonly Difference[] => {
    const state = accountOf(account.id)?.state;
    if (state === "PENDING_ACTIVATION") return [];
    if (state !== "ACTIVE") return [lost(view, account, state)];
    return [...moved(view, account), ...renamedUnit(view, account), ...retagged(view, account)];
  });
  return [...ofListed, ...newAccounts(view)];
}
