import type { AlertKind, IgnoredEvents } from "../catalog";
import { enabledKinds } from "./kinds";
import type { SignInAlertsProps } from "./props";
import { selectedAccounts } from "./route-accounts";

/** Whether nobody may ignore events of a kind: root's own. */
export function isRootKind({ name }: Pick<AlertKind, "name">): boolean {
  return /(^|-)root(-|$)/.test(name);
}

/** What nobody is told of, in the terms of the catalog. */
export function ignoredOf(
  props: Pick<SignInAlertsProps, "ignore" | "accounts" | "kinds">,
): readonly IgnoredEvents[] {
  const others = enabledKinds(props)
    .filter((kind) => !isRootKind(kind))
    .map(({ name }) => name);
  return (props.ignore ?? []).map(({ kinds, principalArn, accounts, sourceCidr, ...why }) => ({
    kinds: kinds ?? others,
    note: `${why.reason}, until ${why.until}`,
    ...(principalArn !== undefined && { principalArn }),
    ...(accounts && { accounts: selectedAccounts(accounts, props.accounts) }),
    ...(sourceCidr !== undefined && { sourceCidr }),
  }));
}
