import type { AlertKind } from "../alert-kind";
import { is, isAbsent, isNot, isNotOrAbsent, no } from "../event-set";
import {
  consoleEvent,
  consoleLogin,
  consoleSample,
  programSignIn,
  recordSample,
  recordsOf,
} from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const byRoot = { "detail.userIdentity.type": is("Root") };
const outcome = "detail.responseElements.ConsoleLogin";

/** Calls of root, or in its place, that are kinds of their own. */
const credentialCalls = [
  "EnableMFADevice",
  "DeactivateMFADevice",
  "ResyncMFADevice",
  "CreateVirtualMFADevice",
  "DeleteVirtualMFADevice",
  "ChangePassword",
  "CreateLoginProfile",
  "UpdateLoginProfile",
  "DeleteLoginProfile",
  "CreateAccessKey",
  "UpdateAccessKey",
  "DeleteAccessKey",
  "UploadSigningCertificate",
  "UpdateSigningCertificate",
  "DeleteSigningCertificate",
] as const;

/** Calls that change something, by root itself: a service on its behalf says so in `invokedBy`. */
const writes = {
  "detail-type": is("AWS API Call via CloudTrail"),
  ...byRoot,
  "detail.userIdentity.invokedBy": isAbsent,
  "detail.readOnly": is(no),
};

/** What the root user does, or another principal does in its place. */
export const rootKinds: readonly AlertKind[] = [
  {
    name: "root-sign-in",
    title: "Root user signed in",
    severity: "critical",
    onByDefault: true,
    events: [{ ...consoleEvent("ConsoleLogin"), ...byRoot, [outcome]: isNotOrAbsent("Failure") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in to <account> — <signInOutcome>, MFA used: <mfaUsed>",
      lines: ["identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    // Anybody who knows the e-mail address can cause it; a right password would be the kind above.
    name: "root-sign-in-failed",
    title: "Somebody tried to sign in as the root user",
    severity: "high",
    onByDefault: true,
    events: [{ ...consoleLogin("Failure"), ...byRoot }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in to <account> failed — <errorMessage>",
      reasons: ["Failed authentication"],
      lines: ["identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      errorMessage: "Failed authentication",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    name: "root-federation-sign-in",
    title:
      "Federated user signed in with a token that the root user asked for (GetFederationToken)",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...consoleLogin("Success"),
        "detail.userIdentity.type": is("FederatedUser"),
        "detail.userIdentity.sessionContext.sessionIssuer.type": is("Root"),
      },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Federated user of the root user signed in to <account>: <actor> — Success",
      actor: ["identityArn"],
      lines: ["identityType", "identityArn", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.federatedUserOfRoot,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
  {
    name: "root-cli-sign-in",
    title: "The root user's console credentials used by a command line (aws login) or an agent",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...programSignIn,
        ...byRoot,
      },
    ],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline:
        "Program signs in to <account> as the root user: <eventName> <clientId> <errorCode>",
      lines: ["eventName", "identityType", ...recordLines],
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "CreateOAuth2Token",
      userIdentity: identities.root,
      requestParameters: { client_id: "arn:{partition}:signin:::devtools/same-device" },
      additionalEventData: { success: "true" },
    }),
  },
  {
    name: "root-recovery",
    title: "Root user's password was recovered, or its password or e-mail address updated",
    severity: "critical",
    onByDefault: true,
    // Only the root user has them, so records of another type, or of none, are not left to others.
    events: [
      consoleEvent(
        "PasswordRecoveryRequested",
        "PasswordRecoveryCompleted",
        "EmailUpdated",
        "PasswordUpdated",
      ),
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline:
        "Root user of <account>: <eventName> — <recoveryRequested><recoveryCompleted><emailUpdated><passwordUpdated>",
      lines: ["eventName", "identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryRequested",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryRequested: "Success" },
    }),
  },
  {
    name: "root-credential-change",
    title: "Root user's MFA device, password, access key or certificate was changed",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...recordsOf("aws.iam", "api", ...credentialCalls),
        ...byRoot,
      },
    ],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      headline:
        "Root user of <account> changed credentials: <eventName> <requestedUser> <errorCode>",
      lines: ["eventName", "identityArn", "mfaOfSession", ...recordLines],
    },
    sample: recordSample("aws.iam", "api", {
      eventName: "DeactivateMFADevice",
      userIdentity: {
        ...identities.root,
        accessKeyId: "ASIAEXAMPLEROOT00001",
        sessionContext: {
          attributes: { creationDate: "2026-01-15T03:11:40Z", mfaAuthenticated: "false" },
        },
      },
    }),
  },
  {
    name: "assume-root",
    title: "Central root access was used on a member account",
    severity: "critical",
    onByDefault: true,
    events: [recordsOf("aws.sts", "api", "AssumeRoot")],
    // IAM's table says a write event. Where a record says otherwise, it must not be lost.
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline:
        "Central root access to <rootTarget> asked for by <actor> — <taskPolicy> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["eventName", "identityType", "identityAccount", ...recordLines],
    },
    sample: recordSample("aws.sts", "api", {
      eventName: "AssumeRoot",
      userIdentity: identities.federated,
      requestParameters: {
        targetPrincipal: "666666666666",
        taskPolicyArn: {
          arn: "arn:{partition}:iam::aws:policy/root-task/IAMAuditRootUserCredentials",
        },
      },
    }),
  },
  {
    name: "root-activity",
    title: "The root user changed something: any call that is no other kind",
    severity: "high",
    onByDefault: true,
    events: [
      { ...writes, source: isNot("aws.signin", "aws.iam", "aws.sts") },
      { ...writes, source: is("aws.iam"), "detail.eventName": isNotOrAbsent(...credentialCalls) },
      { ...writes, source: is("aws.sts"), "detail.eventName": isNotOrAbsent("AssumeRoot") },
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user of <account> called <eventName> of <eventSource> <errorCode>",
      lines: ["eventName", "eventSource", "identityType", ...recordLines],
    },
    sample: recordSample("aws.s3", "api", {
      eventName: "DeleteBucketPolicy",
      userIdentity: identities.root,
    }),
  },
];
