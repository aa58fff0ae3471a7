import { removal, type Edit, type ProblemPath } from "../config/edit";
import type { Account, SignInAlertsProps } from "../config/props";

type Edits = (configuration: SignInAlertsProps) => readonly Edit[];

/** Edits of the entry of an account, wherever it stands by then; none where it is gone. */
function inAccount(
  id: string,
  edits: (account: Account, path: ProblemPath, configuration: SignInAlertsProps) => readonly Edit[],
): Edits {
  return (configuration) => {
    const index = configuration.accounts.findIndex((account) => account.id === id);
    const account = configuration.accounts[index];
    return account ? edits(account, ["accounts", index], configuration) : [];
  };
}

export function accountAdded(account: Account): Edits {
  return ({ accounts }) => [{ path: ["accounts", accounts.length], set: account }];
}

export function accountRemoved(id: string): Edits {
  return inAccount(id, (_, path) => [{ path, remove: true }]);
}

/** The account's own stack gives way to the stack set: keys that have no effect there go. */
export function movedToUnit(id: string, unit: string): Edits {
  const own = ["regions", "optInRegions", "newRegions", "roleName", "retiredRegions"] as const;
  return inAccount(id, (account, path) => [
    { path: [...path, "organizationalUnit"], set: unit },
    ...own
      .filter((key) => account[key] !== undefined)
      .map((key): Edit => ({ path: [...path, key], remove: true })),
  ]);
}

export function movedOutOfUnits(id: string): Edits {
  return inAccount(id, (_, path) => [{ path: [...path, "organizationalUnit"], remove: true }]);
}

export function tagSet(id: string, key: string, value: string): Edits {
  return inAccount(id, (_, path) => [{ path: [...path, "tags", key], set: value }]);
}

/** An item put at the end of a list that may not exist yet. */
export function appended(
  list: readonly string[] | undefined,
  path: ProblemPath,
  item: string,
): Edit {
  return list === undefined ? { path, set: [item] } : { path: [...path, list.length], set: item };
}

type RegionKey = "optInRegions" | "newRegions";

export function regionAdded(id: string, key: RegionKey, region: string): Edits {
  return inAccount(id, (account, path) => [appended(account[key], [...path, key], region)]);
}

export function regionRemoved(id: string, region: string): Edits {
  return inAccount(id, (account, path, configuration) =>
    (["optInRegions", "newRegions"] as const).flatMap((key) => {
      const at = account[key]?.indexOf(region) ?? -1;
      return at < 0 ? [] : [removal(configuration, [...path, key, at])];
    }),
  );
}
