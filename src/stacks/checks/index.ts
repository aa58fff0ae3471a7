import type { Problem } from "../problem";
import { checkAccountIds } from "./account-ids";
import { checkAccounts } from "./accounts";
import { checkBackend } from "./backend";
import type { ConfigurationDraft } from "./draft";
import { checkKinds } from "./kinds";
import { checkNames } from "./names";
import { checkRecipients } from "./recipients";
import { checkRegions } from "./regions";
import { checkRoutes } from "./routes";
import { checkSignInRegions } from "./sign-in-regions";
import { checkTags } from "./tags";
import { checkTrail } from "./trail";

export type { ConfigurationDraft } from "./draft";

const checks = [
  checkAccounts,
  checkAccountIds,
  checkRegions,
  checkSignInRegions,
  checkTrail,
  checkKinds,
  checkRecipients,
  checkRoutes,
  checkNames,
  checkTags,
  checkBackend,
];

/** What values mean, and whether they fit together; what is left out is not looked at. */
export function checkConfiguration(props: ConfigurationDraft): readonly Problem[] {
  return checks.flatMap((check) => check(props));
}
