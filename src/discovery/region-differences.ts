import { removal } from "../config/edit";
import { listed } from "../config/lists";
import type { Account } from "../config/props";
import { appended, regionAdded, regionRemoved } from "./account-edits";
import type { Difference } from "./difference";
import { extraRegions, isOff, knownRegions } from "./enabled-regions";
import { titleOf, type View } from "./organization-view";

/** Regions of an account that has a stack of its own. */
function ofOwnStack(
  { configuration, details, plan }: View,
  account: Account,
): readonly Difference[] {
  const { id, optInRegions = [], newRegions = [], acceptMissingRegions = [] } = account;
  const regions = knownRegions(details.get(id));
  if (regions === undefined) return [];
  const covered = [...optInRegions, ...newRegions];
  const accepted = [...acceptMissingRegions, ...(configuration.acceptMissingRegions ?? [])];
  const on = extraRegions(regions, plan.partition).filter(
    ({ region }) => !covered.includes(region) && !accepted.includes(region),
  );
  return [
    ...on.map(({ region, key }): Difference => ({
      kind: "region-enabled",
      account: id,
      region,
      problem: `account ${titleOf(account)} has ${region} enabled, and it is not covered there`,
      fix: `add it to ${key} of the account, or to acceptMissingRegions`,
      edits: regionAdded(id, key, region),
    })),
    ...covered
      .filter((region) => isOff(regions, region))
      .map((region): Difference => ({
        kind: "region-disabled",
        account: id,
        region,
        problem: `account ${titleOf(account)} does not have ${region} enabled: Terraform cannot reach it`,
        fix: "remove it from the account, and from the state what was deployed there; or enable it again",
        edits: regionRemoved(id, region),
      })),
  ];
}

/** Accounts in the units of the rollout, and which regions are on in each; undefined where one is not known. */
function unitAccounts({ organization, details, rolloutUnitOf }: View) {
  return organization.accounts
    .filter(({ id, state }) => state === "ACTIVE" && rolloutUnitOf(id).state === "in")
    .map((account) => ({ account, regions: knownRegions(details.get(account.id)) }));
}

/** Regions of accounts that the stack set covers, all alike. */
function ofStackSet(view: View): readonly Difference[] {
  const { configuration, plan, organization, rolloutUnits } = view;
  const { rollout, accounts: entries, acceptMissingRegions = [] } = configuration;
  if (rollout?.type !== "stack-set") return [];
  const { optInRegions = [] } = rollout;
  const accounts = unitAccounts(view);
  const isComplete =
    accounts.every(({ regions }) => regions !== undefined) &&
    rolloutUnits.every((unit) => organization.units.get(unit)?.state === "known");
  const names = (list: typeof accounts) => listed(list.map(({ account }) => titleOf(account)));
  const acceptedBy = (id: string) => [
    ...acceptMissingRegions,
    ...(entries.find((entry) => entry.id === id)?.acceptMissingRegions ?? []),
  ];
  const on = accounts.map(({ account, regions = new Map<string, string>() }) => ({
    account,
    regions,
    extra: extraRegions(regions, plan.partition).map(({ region }) => region),
  }));
  const candidates = [...new Set(on.flatMap(({ extra }) => extra))].sort();
  const enabled = candidates.flatMap((region): readonly Difference[] => {
    const having = on.filter(({ extra }) => extra.includes(region));
    const missing = having.filter(({ account }) => !acceptedBy(account.id).includes(region));
    if (optInRegions.includes(region) || missing.length === 0) return [];
    const path = ["rollout", "optInRegions"];
    const common = {
      kind: "region-enabled",
      region,
      problem: `${region} is enabled in ${names(missing)}, and the stack set does not cover it`,
    } as const;
    // The stack set fails in an account that does not have the region.
    return isComplete && having.length === on.length
      ? [
          {
            ...common,
            fix: "add it to rollout.optInRegions: all accounts of the units have it",
            edits: (current) => {
              const now = current.rollout?.type === "stack-set" ? current.rollout : undefined;
              return now ? [appended(now.optInRegions, path, region)] : [];
            },
          },
        ]
      : [
          {
            ...common,
            fix: "enable it in all accounts of the units and add it to rollout.optInRegions, move these accounts out of the units, or accept it in acceptMissingRegions",
          },
        ];
  });
  const disabled = optInRegions.flatMap((region): readonly Difference[] => {
    const lacking = on.filter(({ regions }) => regions.size > 0 && isOff(regions, region));
    if (lacking.length === 0) return [];
    const isNowhere = isComplete && lacking.length === on.length;
    return [
      {
        kind: "region-disabled",
        region,
        problem: `${region} is not enabled in ${names(lacking)}: the stack set fails there`,
        fix: `${isNowhere ? "" : "enable it there, or "}remove it from rollout.optInRegions`,
        ...(isNowhere && {
          edits: (current) => {
            const now = current.rollout?.type === "stack-set" ? current.rollout : undefined;
            const at = now?.optInRegions?.indexOf(region) ?? -1;
            return at < 0 ? [] : [removal(current, ["rollout", "optInRegions", at])];
          },
        }),
      },
    ];
  });
  return [...enabled, ...disabled];
}

/** Regions that were enabled or disabled. */
export function regionDifferences(view: View): readonly Difference[] {
  const { configuration, accountOf } = view;
  return [
    ...configuration.accounts
      .filter(({ id, organizationalUnit }) => {
        return organizationalUnit === undefined && accountOf(id)?.state === "ACTIVE";
      })
      .flatMap((account) => ofOwnStack(view, account)),
    ...ofStackSet(view),
  ];
}
