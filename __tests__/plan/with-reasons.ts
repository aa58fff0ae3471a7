import { resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";

/** A configuration with a reason for all that no route takes, so that nothing of it is a finding. */
export function withReasons(configuration: SignInAlertsProps): SignInAlertsProps {
  const idOf = (name: string) =>
    configuration.accounts.find((account) => account.name === name)?.id ??
    name.replace("unlisted accounts of ", "");
  const acceptUnrouted = resolve(configuration).notRouted.map(({ kinds, accounts }, i) => ({
    kinds,
    accounts: accounts.map(idOf),
    // Each its own: what follows a removed entry must not be taken for it.
    reason: `nobody reads it, ${i}`,
  }));
  return { ...configuration, ...(acceptUnrouted.length > 0 && { acceptUnrouted }) };
}
