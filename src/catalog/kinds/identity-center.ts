import type { AlertKind } from "../alert-kind";
import { is, isAbsent, isNot, isNotOrAbsent } from "../event-set";
import { recordSample, recordsOf } from "../event-sources";
import { recordLines } from "../fields";

const onBehalfOf = "detail.userIdentity.onBehalfOf.userId";
const verified = "detail.serviceEventDetails.CredentialVerification";
const authenticated = "detail.serviceEventDetails.UserAuthentication";

const userId = "90679a2f8e-1c2d3e4f-0000-4000-8000-000000000001";

const userIdentity = {
  type: "IdentityCenterUser",
  accountId: "{account}",
  onBehalfOf: {
    userId,
    identityStoreArn: "arn:{partition}:identitystore::{account}:identitystore/d-1234567890",
  },
} as const;

const workflow = {
  AuthWorkflowID: "8b1d6c7e-5a4f-4e3d-9c2b-1a0f9e8d7c6b",
  UserName: "bob@example.com",
} as const;

function byIdentityCenter(...eventNames: readonly string[]) {
  // WorkSpaces and web apps of Transfer Family write the same records, on behalf of nobody; so did Identity
  // Center once. Until when is not documented.
  return { ...recordsOf("aws.signin", "service", ...eventNames), [onBehalfOf]: isNot() };
}

const common = {
  severity: "low",
  onByDefault: false,
  readOnly: false,
  recordedIn: "every-region",
} as const satisfies Partial<AlertKind>;

const actor = ["onBehalfOf"] as const;

/** Sign-ins to the access portal of IAM Identity Center and alike: off unless an organization asks. */
export const identityCenterKinds: readonly AlertKind[] = [
  {
    ...common,
    name: "identity-center-sign-in",
    title: "User signed in to the access portal of IAM Identity Center",
    causedBy: "signed-in",
    events: [
      { ...byIdentityCenter("UserAuthentication"), [authenticated]: isNotOrAbsent("Failure") },
    ],
    message: {
      headline:
        "Sign-in at Identity Center: <actor> — <authenticationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines],
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "UserAuthentication",
      userIdentity,
      additionalEventData: {
        ...workflow,
        LoginTo: "https://d-1234567890.awsapps.com/start/",
        CredentialType: "PASSWORD,TOTP",
      },
      serviceEventDetails: { UserAuthentication: "Success" },
    }),
  },
  {
    ...common,
    name: "identity-center-failure",
    title: "Wrong password or MFA code at IAM Identity Center",
    severity: "medium",
    // A name and a wrong password are enough.
    causedBy: "anybody",
    events: [
      { ...byIdentityCenter("CredentialVerification"), [verified]: is("Failure") },
      { ...byIdentityCenter("UserAuthentication"), [authenticated]: is("Failure") },
    ],
    message: {
      headline:
        "Sign-in at Identity Center failed: <actor> — <verificationOutcome><authenticationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines],
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialVerification",
      userIdentity,
      additionalEventData: { ...workflow, CredentialType: "TOTP" },
      serviceEventDetails: { CredentialVerification: "Failure" },
    }),
  },
  {
    ...common,
    name: "identity-center-challenge",
    title:
      "IAM Identity Center asked a user for a password or an MFA code, or was given a right one",
    severity: "info",
    // A name is enough to be asked for a password.
    causedBy: "anybody",
    events: [
      byIdentityCenter("CredentialChallenge"),
      { ...byIdentityCenter("CredentialVerification"), [verified]: isNotOrAbsent("Failure") },
    ],
    message: {
      // A challenge that succeeds has been shown: it says nothing of the answer.
      headline:
        "Identity Center: <actor> <eventName> — <challengeOutcome><verificationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines],
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialChallenge",
      userIdentity,
      additionalEventData: { ...workflow, CredentialType: "PASSWORD" },
      serviceEventDetails: { CredentialChallenge: "Success" },
    }),
  },
  {
    ...common,
    name: "directory-user-sign-in",
    title:
      "User of WorkSpaces, of a Transfer Family web app or, formerly, of IAM Identity Center signed in, or tried to",
    // Attempts with a wrong password are of it too.
    causedBy: "anybody",
    events: [
      {
        ...recordsOf(
          "aws.signin",
          "service",
          "UserAuthentication",
          "CredentialChallenge",
          "CredentialVerification",
        ),
        [onBehalfOf]: isAbsent,
      },
    ],
    message: {
      headline:
        "Directory user: <actor> <eventName> — <authenticationOutcome><challengeOutcome><verificationOutcome> in <account> <errorCode>",
      actor: ["identityType"],
      lines: ["eventName", "credentialType", "workflowId", ...recordLines],
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "UserAuthentication",
      userIdentity: { type: "Unknown", accountId: "{account}", arn: "", userName: "alice" },
      additionalEventData: {
        AuthWorkflowID: workflow.AuthWorkflowID,
        LoginTo: "https://clients.amazonaws.com/workspaces",
        CredentialType: "PASSWORD",
      },
      serviceEventDetails: { UserAuthentication: "Success" },
    }),
  },
  {
    ...common,
    name: "sso-session",
    title: "Token, account or application asked for at IAM Identity Center (aws sso login)",
    severity: "info",
    // AWS does not say whether opening the portal is enough.
    causedBy: "anybody",
    events: [
      recordsOf("aws.sso", "service", "Authenticate", "Federate"),
      {
        ...recordsOf(
          "aws.sso",
          "api",
          "Authenticate",
          "Federate",
          "CreateToken",
          "ListApplications",
        ),
        "detail.userIdentity.type": isNotOrAbsent("Root"),
      },
    ],
    readOnly: "unknown",
    message: {
      headline:
        "Identity Center: <actor> <eventName> <permissionSet> <federatedAccount> in <account> <errorCode>",
      actor,
      lines: ["eventName", ...recordLines],
    },
    sample: recordSample("aws.sso", "service", {
      eventName: "Authenticate",
      userIdentity,
      serviceEventDetails: { relayId: "7f3d6c8a-2b1e-4d5f-8a9b-0c1d2e3f4a5b" },
    }),
  },
];
