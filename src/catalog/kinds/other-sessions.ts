import type { AlertKind } from "../alert-kind";
import { is, isNotOrAbsent } from "../event-set";
import { consoleEvent, consoleSample, programSignIn, recordSample } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** What happens around a console sign-in, or instead of one: off unless an organization asks. */
export const otherSessionKinds: readonly AlertKind[] = [
  {
    name: "role-switch",
    title: "Role switched, left or renewed in the console",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [consoleEvent("SwitchRole", "ExitRole", "RenewRole")],
    readOnly: false,
    recordedIn: "every-region",
    withoutSessionIssuer: true,
    message: {
      headline:
        "<eventName>: <actor> <switchOutcome><exitOutcome><renewOutcome> <switchFrom><switchTo> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["eventName", "identityType", "identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "SwitchRole",
      userIdentity: identities.federated,
      responseElements: { SwitchRole: "Success" },
      additionalEventData: {
        SwitchFrom: "arn:{partition}:iam::222222222222:user/alice",
        RedirectTo: "https://console.aws.amazon.com/",
      },
    }),
  },
  {
    name: "federation-token",
    title: "Sign-in token issued to a federated session",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [consoleEvent("GetSigninToken")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in token for <actor> — <tokenOutcome> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["identityType", "identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "GetSigninToken",
      userIdentity: identities.federated,
      responseElements: { GetSigninToken: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    name: "mfa-check",
    title: "Console asked a user for an MFA code",
    severity: "info",
    onByDefault: false,
    // AWS asks before it says whether the password was right.
    causedBy: "anybody",
    events: [{ ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Success") }],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      // Says only that the user exists and has MFA: the same whether the code was right or wrong.
      headline: "MFA code asked for in the console: <actor> in <account>",
      actor: ["identityType", "userName"],
      lines: ["mfaType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "CheckMfa",
      userIdentity: identities.failingIamUser,
      responseElements: { CheckMfa: "Success" },
      additionalEventData: { MfaType: "Virtual MFA" },
    }),
  },
  {
    name: "cli-sign-in",
    title: "Console credentials used by a command line (aws login), an agent or another program",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...programSignIn,
        "detail.userIdentity.type": isNotOrAbsent("Root"),
      },
    ],
    readOnly: true,
    recordedIn: "every-region",
    message: {
      headline: "Program access: <actor> <eventName> <clientId> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      onlyFormatted: ["tokenGiven"],
      lines: ["eventName", "tokenGiven", ...recordLines],
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "CreateOAuth2Token",
      userIdentity: identities.iamUser,
      requestParameters: { client_id: "arn:{partition}:signin:::devtools/same-device" },
      additionalEventData: { success: "true" },
      readOnly: true,
    }),
  },
];
