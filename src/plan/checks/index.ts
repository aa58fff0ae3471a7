import type { ConfigurationDraft } from "../../config/draft";
import { formProblems } from "../../config/form-problems";
import type { Problem } from "../../config/problem";
import { acceptUncoveredChecks } from "./accept-uncovered";
import { acceptUnroutedChecks } from "./accept-unrouted";
import { accountChecks } from "./accounts";
import { channelChecks } from "./channels";
import { checkedOf } from "./checked";
import { createdRoleChecks } from "./created-roles";
import { drillChecks } from "./drill";
import { formatChecks } from "./formats";
import { ignoreChecks } from "./ignore";
import { kindChecks } from "./kinds";
import { logPathChecks } from "./log-path";
import { nameChecks } from "./names";
import { notificationChecks } from "./notifications";
import { phoneChecks } from "./phones";
import { providerChecks } from "./providers";
import { regionChecks } from "./regions";
import { routeChecks } from "./routes";
import { ruleChecks } from "./rules";
import { selectorChecks } from "./selectors";
import { signInRegionChecks } from "./sign-in-regions";
import { topicChecks } from "./topics";
import { watchChecks } from "./watch";

/** Every check of how keys fit together. */
export const checks = [
  ...accountChecks,
  ...acceptUncoveredChecks,
  ...providerChecks,
  ...createdRoleChecks,
  ...drillChecks,
  ...regionChecks,
  ...signInRegionChecks,
  ...logPathChecks,
  ...kindChecks,
  ...channelChecks,
  ...formatChecks,
  ...topicChecks,
  ...phoneChecks,
  ...routeChecks,
  ...selectorChecks,
  ...ruleChecks,
  ...notificationChecks,
  ...acceptUnroutedChecks,
  ...ignoreChecks,
  ...nameChecks,
  ...watchChecks,
];

/**
 * What values must be, each for itself, and whether they fit together, counted on the plan. What is
 * left out is not looked at.
 * @param today day by which the last days of `ignore` are judged
 */
export function checkConfiguration(
  configuration: ConfigurationDraft,
  today = new Date(),
): readonly Problem[] {
  const { problems, draft, isFaulty } = formProblems(configuration);
  const checked = checkedOf(draft, today);
  // Of a value that is wrong in itself nothing is said twice.
  const others = checks.flatMap((check) => check(checked)).filter(({ path }) => !isFaulty(path));
  return [...problems, ...others];
}
