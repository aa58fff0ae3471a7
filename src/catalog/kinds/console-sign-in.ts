import type { AlertKind } from "../alert-kind";
import { is, isNotOrAbsent } from "../event-set";
import { consoleEvent, consoleLogin, consoleSample, denials } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const success = consoleLogin("Success");

const failure = {
  ...consoleLogin("Failure"),
  "detail.userIdentity.type": isNotOrAbsent("Root"),
};

// AWS writes "Yes" and "No"; a record in another case is no sign-in without MFA.
const yes = ["Yes", "YES", "yes"] as const;

/** Sign-ins of IAM users, and attempts of anybody but the root user. */
export const consoleSignInKinds: readonly AlertKind[] = [
  {
    name: "failed-sign-in",
    title: "Sign-in failed: wrong password, wrong MFA code or unknown user",
    severity: "high",
    onByDefault: true,
    watchedAs: "failure",
    // A name and a wrong password are enough.
    causedBy: "anybody",
    events: [
      { ...failure, "detail.errorMessage": isNotOrAbsent(...denials) },
      { ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Failure") },
    ],
    readOnly: false,
    recordedIn: "every-region",
    withoutArn: true,
    message: {
      headline: "Sign-in failed: <actor> <errorMessage> in <account> <errorCode>",
      reasons: ["Failed authentication", "No username found in supplied account"],
      actor: ["identityType", "userName", "principalId"],
      lines: ["eventName", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.failingIamUser,
      errorMessage: "Failed authentication",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    // The password was right: it, or the session, is in somebody's hands where it is not expected.
    name: "sign-in-denied-by-policy",
    title: "Sign-in denied by a policy, though the credentials were right",
    severity: "high",
    onByDefault: true,
    // A flood of wrong passwords must not hide it.
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [{ ...failure, "detail.errorMessage": is(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    withoutArn: true,
    message: {
      headline: "Sign-in denied by policy: <actor> <errorMessage> in <account>",
      reasons: denials,
      actor: ["identityType", "userName", "principalId"],
      lines: ["errorCode", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.failingIamUser,
      errorCode: "AccessDenied",
      errorMessage: "Authorization denied because of a resource-based policy",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    name: "iam-user-sign-in-without-mfa",
    title: "IAM user signed in without MFA",
    severity: "high",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": isNotOrAbsent(...yes),
      },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <actor> signed in to <account> without MFA — Success",
      actor: ["userName"],
      lines: ["userName", "identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    name: "iam-user-sign-in",
    title: "IAM user signed in with MFA",
    severity: "medium",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": is(...yes),
      },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <actor> signed in to <account> — Success, MFA used",
      actor: ["userName"],
      lines: ["userName", "identityArn", "mfaUsed", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" },
    }),
  },
];
