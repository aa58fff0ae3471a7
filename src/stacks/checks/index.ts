import type { Problem } from "../../config/problem";
import { checkAccountIds } from "./account-ids";
import { checkAccounts } from "../../config/checks/accounts";
import { checkAlarmTopics } from "./alarm-topics";
import { checkBackend } from "../../config/checks/backend";
import { checkCrossRegion } from "./cross-region";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { checkHeartbeat } from "../../config/checks/heartbeat";
import { checkIgnore } from "./ignore";
import { checkKinds } from "./kinds";
import { checkLogAlarms } from "./log-alarms";
import { checkNames } from "./names";
import { checkProviderVersion } from "../../config/checks/provider-version";
import { checkNotificationPlaces } from "./notification-places";
import { checkRecipientPlaces } from "./recipient-places";
import { checkRecipients } from "./recipients";
import { checkRegions } from "./regions";
import { checkRetry } from "../../config/checks/retry";
import { checkRouteScope } from "./route-scope";
import { checkRoutes } from "./routes";
import { checkRegionStrategy } from "./region-strategy";
import { checkRollout } from "./rollout";
import { checkRolloutRoot } from "./rollout-root";
import { checkSizes } from "./sizes";
import { checkSignInRegions } from "./sign-in-regions";
import { checkTags } from "../../config/checks/tags";
import { checkTeams } from "./teams";
import { checkTrail } from "./trail";
import { checkUserNotifications } from "../../config/checks/user-notifications";

const checks: readonly ((props: ConfigurationDraft) => readonly Problem[])[] = [
  checkAccounts,
  checkAccountIds,
  checkRegions,
  checkRollout,
  checkCrossRegion,
  checkRolloutRoot,
  checkRegionStrategy,
  checkSignInRegions,
  checkTrail,
  checkKinds,
  checkRecipients,
  checkRecipientPlaces,
  checkRoutes,
  checkRouteScope,
  checkUserNotifications,
  checkNotificationPlaces,
  checkTeams,
  checkIgnore,
  checkAlarmTopics,
  checkHeartbeat,
  checkRetry,
  checkLogAlarms,
  checkNames,
  checkSizes,
  checkTags,
  checkProviderVersion,
  checkBackend,
];

/** What values mean, and whether they fit together; what is left out is not looked at. */
export function checkConfiguration(props: ConfigurationDraft): readonly Problem[] {
  return checks.flatMap((check) => check(props));
}
