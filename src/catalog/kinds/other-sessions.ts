import type { AlertKind } from "../alert-kind";
import { is } from "../event-set";
import { consoleEvent, consoleSample, recordSample, recordsOf } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** What happens around a console sign-in, or instead of one: off unless an organization asks. */
export const otherSessionKinds: readonly AlertKind[] = [
  {
    name: "role-switch",
    title: "Role switched, left or renewed in the console",
    severity: "low",
    onByDefault: false,
    events: [consoleEvent("SwitchRole", "ExitRole", "RenewRole")],
    readOnly: false,
    recordedIn: "every-region",
    withoutSessionIssuer: true,
    message: {
      headline: "<eventName> in <account> — <switchOutcome><exitOutcome><renewOutcome>",
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
    events: [consoleEvent("GetSigninToken")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in token issued in <account> — <tokenOutcome>",
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
    title: "Console asked an IAM user for an MFA code",
    severity: "info",
    onByDefault: false,
    events: [{ ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Success") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // Says only that the user exists and has MFA: the same whether the code was right or wrong.
      headline: "IAM user <userName> was asked for an MFA code in <account>",
      lines: ["userName", "mfaType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "CheckMfa",
      userIdentity: identities.failingIamUser,
      responseElements: { CheckMfa: "Success" },
      additionalEventData: { MfaType: "Virtual MFA" },
    }),
  },
  {
    name: "identity-center-sign-in",
    title: "IAM Identity Center sign-in; also WorkSpaces and Transfer Family web apps",
    severity: "low",
    onByDefault: false,
    events: [
      recordsOf(
        "aws.signin",
        "service",
        "UserAuthentication",
        "CredentialChallenge",
        "CredentialVerification",
      ),
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline:
        "Identity Center of <account>: <eventName> — <authenticationOutcome><challengeOutcome><verificationOutcome>",
      lines: ["eventName", "credentialType", "workflowId", ...recordLines],
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialVerification",
      userIdentity: {
        type: "IdentityCenterUser",
        accountId: "{account}",
        onBehalfOf: {
          userId: "90679a2f8e-1c2d3e4f-0000-4000-8000-000000000001",
          identityStoreArn: "arn:{partition}:identitystore::{account}:identitystore/d-1234567890",
        },
      },
      additionalEventData: {
        AuthWorkflowID: "8b1d6c7e-5a4f-4e3d-9c2b-1a0f9e8d7c6b",
        CredentialType: "TOTP",
      },
      serviceEventDetails: { CredentialVerification: "Success" },
    }),
  },
  {
    name: "cli-sign-in",
    title: "Console credentials used on a command line (aws login) or by an agent",
    severity: "low",
    onByDefault: false,
    events: [recordsOf("aws.signin", "api", "CreateOAuth2Token", "AuthorizeOAuth2Access")],
    readOnly: true,
    recordedIn: "every-region",
    message: {
      headline: "Command-line sign-in to <account>: <eventName> <errorCode>",
      lines: ["eventName", "identityType", "identityArn", ...recordLines],
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
