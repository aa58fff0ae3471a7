import type { Problem } from "../problem";
import { checkAccountIds } from "./account-ids";
import { checkAccounts } from "./accounts";
import { checkAlarmTopics } from "./alarm-topics";
import { checkBackend } from "./backend";
import type { ConfigurationDraft } from "./draft";
import { checkUserNotifications } from "./channels";
import { checkHeartbeat } from "./heartbeat";
import { checkIgnore } from "./ignore";
import { checkKinds } from "./kinds";
import { checkLogAlarms } from "./log-alarms";
import { checkNames } from "./names";
import { checkRecipients } from "./recipients";
import { checkRegions } from "./regions";
import { checkRouteScope } from "./route-scope";
import { checkRoutes } from "./routes";
import { checkRegionStrategy } from "./region-strategy";
import { checkRollout } from "./rollout";
import { checkRouting } from "./routing";
import { checkSizes } from "./sizes";
import { checkSignInRegions } from "./sign-in-regions";
import { checkTags } from "./tags";
import { checkTrail } from "./trail";

export type { ConfigurationDraft } from "./draft";

const checks: readonly ((props: ConfigurationDraft) => readonly Problem[])[] = [
  checkAccounts,
  checkAccountIds,
  checkRegions,
  checkRollout,
  checkRouting,
  checkRegionStrategy,
  checkSignInRegions,
  checkTrail,
  checkKinds,
  checkRecipients,
  checkRoutes,
  checkRouteScope,
  checkUserNotifications,
  checkIgnore,
  checkAlarmTopics,
  checkHeartbeat,
  checkLogAlarms,
  checkNames,
  checkSizes,
  checkTags,
  checkBackend,
];

/** What values mean, and whether they fit together; what is left out is not looked at. */
export function checkConfiguration(props: ConfigurationDraft): readonly Problem[] {
  return checks.flatMap((check) => check(props));
}
