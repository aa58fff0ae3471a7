import type { UserNotificationsProps } from "../../modules";
import { partitionOfRegion } from "../aws/regions";
import { defaultNamePrefix } from "../config/defaults";
import type { Account, SignInAlertsProps } from "../config/props";
import { regionsOf } from "./regions";
import { selectedAccounts } from "./route-accounts";
import { routedKinds } from "./routes";

/** What AWS User Notifications tells of an account; undefined where it is not wanted there. */
export function notificationsOf(
  props: SignInAlertsProps,
  account: Account,
): Omit<UserNotificationsProps, "provider"> | undefined {
  const { userNotifications: settings, hub } = props;
  if (!settings) return undefined;
  const chosen = settings.accounts && selectedAccounts(settings.accounts, [account]);
  if (chosen?.length === 0) return undefined;
  return {
    place: { partition: partitionOfRegion(hub.region), account: account.id },
    name: props.namePrefix ?? defaultNamePrefix,
    hubRegions: settings.hubRegions ?? [hub.region],
    regions: regionsOf(props, account),
    // AWS does not say whether its rules see events that only read.
    kinds: routedKinds(props).filter(({ readOnly }) => readOnly !== true),
    emails: settings.emails,
    ...(settings.aggregation && { aggregation: settings.aggregation }),
  };
}
