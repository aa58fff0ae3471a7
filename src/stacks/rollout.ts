import type { Account, SignInAlertsProps, StackSetRollout } from "../config/props";
import { regionsOf } from "./regions";

type Props = Pick<SignInAlertsProps, "rollout" | "accounts" | "hub" | "regions">;

/** The stack set of a configuration, where it has one. */
export function stackSetOf({ rollout }: Pick<Props, "rollout">): StackSetRollout | undefined {
  return rollout?.type === "stack-set" ? rollout : undefined;
}

/** The accounts that have a stack of their own. */
export function stackAccounts({ accounts }: Pick<Props, "accounts">): readonly Account[] {
  return accounts.filter(({ organizationalUnit }) => organizationalUnit === undefined);
}

/** The regions in which every account of the units is covered. */
export function stackSetRegions(props: Props): readonly string[] {
  const optInRegions = stackSetOf(props)?.optInRegions;
  return regionsOf(props, { id: "", name: "", ...(optInRegions && { optInRegions }) });
}

/** The regions in which an account is covered, by its own stack or by the stack set. */
export function coveredRegions(props: Props, account: Account): readonly string[] {
  return account.organizationalUnit === undefined
    ? regionsOf(props, account)
    : stackSetRegions(props);
}

/** Accounts in the units of a stack set. */
function unitAccounts(props: Props): number {
  const listed = props.accounts.length - stackAccounts(props).length;
  return stackSetOf(props)?.accounts ?? listed;
}

/** Number of accounts, those in the units of a stack set included. */
export function accountCount(props: Props): number {
  return stackAccounts(props).length + unitAccounts(props);
}

/** Number of accounts and regions that forward. */
export function forwarderCount(props: Props): number {
  const own = stackAccounts(props).reduce(
    (sum, account) => sum + regionsOf(props, account).length,
    0,
  );
  return stackSetOf(props) ? own + unitAccounts(props) * stackSetRegions(props).length : own;
}
