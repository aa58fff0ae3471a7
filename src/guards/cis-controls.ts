import { named, type CisControl } from "./cis-control";
import { counted, type LogGroup, type Part } from "./filter-pattern";
import { otherControls } from "./other-cis-controls";

/** The controls of sign-in and of the trail itself: what everything else here rests on. */
const signInControls: readonly CisControl[] = [
  {
    name: "root-usage",
    metric: "CisRootUsage",
    condition:
      '$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"',
    happened: "The root user of some account signed in, or called AWS.",
    securityHub: "CloudWatch.1",
    item: 3,
  },
  {
    name: "sign-in-without-mfa",
    metric: "CisSignInWithoutMfa",
    // The form for IAM users: every single sign-on is without MFA as far as AWS knows.
    condition:
      '($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success")',
    happened: "An IAM user signed in to the console without MFA.",
    securityHub: "CloudWatch.3",
    item: 2,
  },
  {
    name: "authentication-failures",
    metric: "CisAuthenticationFailures",
    condition: '($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication")',
    happened: "A sign-in to the console failed.",
    securityHub: "CloudWatch.6",
    item: 6,
  },
  {
    name: "trail-configuration",
    metric: "CisTrailConfiguration",
    condition: named("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    happened: "A trail was created, changed, deleted, started or stopped, in some account.",
    securityHub: "CloudWatch.5",
    item: 5,
  },
];

/** Which of the controls are wanted: those of sign-in and the trail, all of them, or none. */
export const cisChoices = ["on", "all", "off"] as const;

/** Which of the controls are wanted. */
export type CisChoice = (typeof cisChoices)[number];

/** The controls that are wanted. */
export function cisControls(choice: CisChoice): readonly CisControl[] {
  if (choice === "off") return [];
  return choice === "all" ? [...signInControls, ...otherControls] : signInControls;
}

/** A filter and an alarm at the first event, for each control. */
export function cisParts(log: LogGroup, choice: CisChoice): readonly Part[] {
  return cisControls(choice).map(({ name, metric, condition, happened, securityHub, item }) => {
    const cis = `CIS 4.${item}, since version 6 5.${item}`;
    const numbers = securityHub === undefined ? cis : `${cis}; ${securityHub}`;
    return counted(log, { filter: `cis-${name}`, metric }, condition, {
      description: `${happened} An auditors' control (${numbers}): look up the event in CloudTrail, in the log group ${log.logGroupName}.`,
      threshold: 1,
    });
  });
}
