import { formProblems } from "../../config/form-problems";
import type { Problem } from "../../config/problem";
import { checkAccountIds } from "./account-ids";
import { checkAlarmTopics } from "./alarm-topics";
import { checkCrossRegion } from "./cross-region";
import type { ConfigurationDraft } from "../../config/draft";
import { checkIgnore } from "./ignore";
import { checkKinds } from "./kinds";
import { checkLogAlarms } from "./log-alarms";
import { checkNames } from "./names";
import { checkNotificationPlaces } from "./notification-places";
import { checkRecipientPlaces } from "./recipient-places";
import { checkRecipients } from "./recipients";
import { checkRegions } from "./regions";
import { checkRouteScope } from "./route-scope";
import { checkRoutes } from "./routes";
import { checkRegionStrategy } from "./region-strategy";
import { checkRollout } from "./rollout";
import { checkRolloutRoot } from "./rollout-root";
import { checkSizes } from "./sizes";
import { checkSignInRegions } from "./sign-in-regions";
import { checkTeams } from "./teams";
import { checkTrail } from "./trail";

const checks: readonly ((props: ConfigurationDraft, today: Date) => readonly Problem[])[] = [
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
  checkNotificationPlaces,
  checkTeams,
  checkIgnore,
  checkAlarmTopics,
  checkLogAlarms,
  checkNames,
  checkSizes,
];

/** What values must be, each for itself, and whether they fit together; what is left out is not looked at. */
export function checkConfiguration(
  props: ConfigurationDraft,
  today = new Date(),
): readonly Problem[] {
  const { problems, draft, isFaulty } = formProblems(props);
  // Of a value that is wrong in itself nothing is said twice.
  const others = checks
    .flatMap((check) => check(draft, today))
    .filter(({ path }) => !isFaulty(path));
  return [...problems, ...others];
}
