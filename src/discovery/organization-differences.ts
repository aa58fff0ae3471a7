import type { Difference } from "./difference";
import type { View } from "./organization-view";
import { administratorsIn, unitsIn } from "./wanted";

function managementAccount({ configuration, organization }: View): readonly Difference[] {
  const { managementAccount: now } = organization;
  const said = configuration.organization.managementAccount;
  if (said === now) return [];
  return [
    {
      kind: "management-account",
      account: now,
      problem: `the management account is ${now}, not ${said}`,
      fix: `set organization.managementAccount: "${now}"`,
      edits: () => [{ path: ["organization", "managementAccount"], set: now }],
    },
  ];
}

function units({ configuration, organization }: View): readonly Difference[] {
  return unitsIn(configuration)
    .filter((unit) => organization.units.get(unit)?.state === "missing")
    .map((unit) => ({
      kind: "unit-missing",
      organizationalUnit: unit,
      problem: `the organization has no unit ${unit}`,
      fix: "name the unit that holds its accounts now, or remove it",
    }));
}

/** How many accounts the stack set reaches, by which heartbeats are counted. */
function unitCount(view: View): readonly Difference[] {
  const { configuration, organization, rolloutUnits, rolloutUnitOf } = view;
  const { rollout, accounts } = configuration;
  if (rollout?.type !== "stack-set") return [];
  if (rolloutUnits.some((unit) => organization.units.get(unit)?.state !== "known")) return [];
  const held = organization.accounts
    .filter(({ id, state }) => state === "ACTIVE" && rolloutUnitOf(id).state === "in")
    .map(({ id }) => id);
  const counted = rollout.accounts ?? accounts.filter(({ id }) => held.includes(id)).length;
  // A rollout cannot hold none, and what is wrong then is said of its units.
  if (counted === held.length || held.length === 0) return [];
  return [
    {
      kind: "unit-count",
      problem: `the units of the rollout hold ${held.length} active accounts, heartbeats are expected of ${counted}`,
      fix: `set rollout.accounts: ${held.length}`,
      edits: () => [{ path: ["rollout", "accounts"], set: held.length }],
    },
  ];
}

function administrators({ configuration, organization }: View): readonly Difference[] {
  return administratorsIn(configuration).flatMap(({ service, account, key }) => {
    const answer = organization.administrators.get(service);
    if (answer?.state !== "known" || answer.value.includes(account)) return [];
    if (account === organization.managementAccount) return [];
    return [
      {
        kind: "administrator-missing",
        account,
        problem: `${key} is ${account}, which is not a delegated administrator of ${service}`,
        fix: `aws organizations register-delegated-administrator --service-principal ${service} --account-id ${account}`,
      },
    ];
  });
}

/** What differs of the organization as a whole. */
export function organizationDifferences(view: View): readonly Difference[] {
  return [...managementAccount(view), ...units(view), ...administrators(view), ...unitCount(view)];
}
