import type { Problem } from "../problem";
import type { SignInAlertsProps } from "../props";
import { checkAccounts } from "./accounts";
import { checkBackend } from "./backend";
import { checkKinds } from "./kinds";
import { checkNames } from "./names";
import { checkRecipients } from "./recipients";
import { checkRegions } from "./regions";
import { checkSignInRegions } from "./sign-in-regions";
import { checkTrail } from "./trail";

const checks = [
  checkAccounts,
  checkRegions,
  checkSignInRegions,
  checkTrail,
  checkKinds,
  checkRecipients,
  checkNames,
  checkBackend,
];

/** Every problem of a configuration; sections that are left out are not looked at. */
export function checkConfiguration(props: Partial<SignInAlertsProps>): readonly Problem[] {
  return checks.flatMap((check) => check(props));
}
