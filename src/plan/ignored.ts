import type { AlertKind } from "../catalog";
import { isRootKind, namesNoPrincipal, type IgnoredEvents } from "../catalog/ignored";
import type { SignInAlertsProps } from "../config/props";
import { selectedAccounts } from "./selectors";

/** What is ignored, in the terms of the catalog. @param on kinds that are on */
export function resolveIgnored(
  { ignore = [], accounts: all }: Pick<SignInAlertsProps, "ignore" | "accounts">,
  on: readonly AlertKind[],
): readonly IgnoredEvents[] {
  const others = on
    .filter((kind) => !isRootKind(kind) && !namesNoPrincipal(kind))
    .map(({ name }) => name);
  return ignore.map(({ kinds, principalArn, accounts, sourceCidr, ...why }) => ({
    kinds: kinds ?? others,
    note: `${why.reason}, until ${why.until}`,
    ...(principalArn !== undefined && { principalArn }),
    ...(accounts && { accounts: selectedAccounts(accounts, all) }),
    ...(sourceCidr !== undefined && { sourceCidr }),
  }));
}
