import { valuesOf, type AlertKind, type IgnoredEvents } from "../catalog";
import type { SignInAlertsProps } from "../config/props";
import { selectedAccounts } from "./selectors";

/** Whether events of a kind may never be ignored: root's own. */
export function isRootKind({ name }: Pick<AlertKind, "name">): boolean {
  return /(^|-)root(-|$)/.test(name);
}

/** Whether the events of a kind never say who acted: EventBridge's own, without a record of CloudTrail. */
export function saysNobody({ events }: Pick<AlertKind, "events">): boolean {
  const types = valuesOf([{ events }], "detail-type");
  return types.length > 0 && types.every((type) => !type.endsWith("via CloudTrail"));
}

/** What is ignored, in the terms of the catalog. @param on kinds that are on */
export function resolveIgnored(
  { ignore = [], accounts: all }: Pick<SignInAlertsProps, "ignore" | "accounts">,
  on: readonly AlertKind[],
): readonly IgnoredEvents[] {
  const others = on
    .filter((kind) => !isRootKind(kind) && !saysNobody(kind))
    .map(({ name }) => name);
  return ignore.map(({ kinds, principalArn, accounts, sourceCidr, ...why }) => ({
    kinds: kinds ?? others,
    note: `${why.reason}, until ${why.until}`,
    ...(principalArn !== undefined && { principalArn }),
    ...(accounts && { accounts: selectedAccounts(accounts, all) }),
    ...(sourceCidr !== undefined && { sourceCidr }),
  }));
}
