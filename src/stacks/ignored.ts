import type { AlertKind, IgnoredEvents } from "../catalog";
import { enabledKinds } from "./kinds";
import type { SignInAlertsProps } from "../config/props";
import { selectedAccounts } from "./route-accounts";

/** Whether nobody may ignore events of a kind: root's own. */
export function isRootKind({ name }: Pick<AlertKind, "name">): boolean {
  return /(^|-)root(-|$)/.test(name);
}

/** Whether the events of a kind never say who acted: EventBridge's own, without a record of CloudTrail. */
export function saysNobody({ events }: Pick<AlertKind, "events">): boolean {
  const types = events.flatMap((box) => box["detail-type"]?.values ?? []);
  return types.length > 0 && types.every((type) => !type.endsWith("via CloudTrail"));
}

/** What nobody is told of, in the terms of the catalog. */
export function ignoredOf(
  props: Pick<SignInAlertsProps, "ignore" | "accounts" | "kinds">,
): readonly IgnoredEvents[] {
  const others = enabledKinds(props)
    .filter((kind) => !isRootKind(kind) && !saysNobody(kind))
    .map(({ name }) => name);
  return (props.ignore ?? []).map(({ kinds, principalArn, accounts, sourceCidr, ...why }) => ({
    kinds: kinds ?? others,
    note: `${why.reason}, until ${why.until}`,
    ...(principalArn !== undefined && { principalArn }),
    ...(accounts && { accounts: selectedAccounts(accounts, props.accounts) }),
    ...(sourceCidr !== undefined && { sourceCidr }),
  }));
}
