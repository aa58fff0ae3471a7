import type { AlertKind } from "../alert-kind";
import { is, isNot, isNotOrAbsent } from "../event-set";
import { consoleEvent, consoleSample } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const success = {
  ...consoleEvent("ConsoleLogin"),
  "detail.responseElements.ConsoleLogin": is("Success"),
};

/** Sign-ins of all identities but the root user. */
export const consoleSignInKinds: readonly AlertKind[] = [
  {
    name: "failed-sign-in",
    title: "Sign-in failed: wrong password, wrong MFA code or unknown user",
    severity: "high",
    onByDefault: true,
    events: [
      {
        ...consoleEvent("ConsoleLogin"),
        "detail.userIdentity.type": isNot("Root"),
        "detail.responseElements.ConsoleLogin": is("Failure"),
      },
      { ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Failure") },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline:
        "Sign-in to <account> failed — <identityType> <userName> <principalId> <errorMessage>",
      lines: ["eventName", "identityType", ...recordLines],
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
    name: "iam-user-sign-in-without-mfa",
    title: "IAM user signed in without MFA",
    severity: "high",
    onByDefault: true,
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": isNotOrAbsent("Yes"),
      },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <userName> signed in to <account> without MFA — Success",
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
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": is("Yes"),
      },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <userName> signed in to <account> — Success, MFA used",
      lines: ["userName", "identityArn", "mfaUsed", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" },
    }),
  },
  {
    name: "federated-sign-in",
    title: "Federated user or role signed in, such as through single sign-on",
    severity: "low",
    onByDefault: true,
    events: [{ ...success, "detail.userIdentity.type": isNot("Root", "IAMUser") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // MFA happens at the identity provider: AWS records MFAUsed "No" for everybody here.
      headline: "Federated sign-in to <account> — Success",
      lines: ["identityType", "identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.federated,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
];
