import type { AlertKind } from "../catalog";
import { isRootKind, namesNoPrincipal, type IgnoredEvents } from "../catalog/ignored";
import type { SignInAlertsProps } from "../config/props";
import { selectedAccounts } from "./selectors";

/** One and several, which are alike to the catalog; undefined for neither. */
function joined(one: string | undefined, several: readonly string[] = []) {
  const all = [...(one === undefined ? [] : [one]), ...several];
  return all.length === 0 ? undefined : [...new Set(all)];
}

/** What is ignored, in the terms of the catalog. @param on kinds that are on */
export function resolveIgnored(
  { ignore = [], accounts: all }: Pick<SignInAlertsProps, "ignore" | "accounts">,
  on: readonly AlertKind[],
): readonly IgnoredEvents[] {
  const others = on
    .filter((kind) => !isRootKind(kind) && !namesNoPrincipal(kind) && !kind.parts)
    .map(({ name }) => name);
  return ignore.map(({ kinds, accounts, ...entry }) => {
    const principalArns = joined(entry.principalArn, entry.principalArns);
    const sourceCidrs = joined(entry.sourceCidr, entry.sourceCidrs);
    return {
      kinds: kinds ?? others,
      note: `${entry.reason}, until ${entry.until}`,
      ...(principalArns && { principalArns }),
      ...(accounts && { accounts: selectedAccounts(accounts, all) }),
      ...(sourceCidrs && { sourceCidrs }),
    };
  });
}
