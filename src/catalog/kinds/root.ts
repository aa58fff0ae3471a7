import type { AlertKind } from "../alert-kind";
import { is } from "../event-set";
import { consoleEvent, consoleSample, recordSample, recordsOf } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** What the root user does, or another principal does in its place. */
export const rootKinds: readonly AlertKind[] = [
  {
    name: "root-sign-in",
    title: "Root user signed in, or tried to",
    severity: "critical",
    onByDefault: true,
    events: [{ ...consoleEvent("ConsoleLogin"), "detail.userIdentity.type": is("Root") }],
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
    name: "root-recovery",
    title: "Root user's password was recovered, or its password or e-mail address updated",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...consoleEvent(
          "PasswordRecoveryRequested",
          "PasswordRecoveryCompleted",
          "EmailUpdated",
          "PasswordUpdated",
        ),
        "detail.userIdentity.type": is("Root"),
      },
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
        ...recordsOf(
          "aws.iam",
          "api",
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
        ),
        "detail.userIdentity.type": is("Root"),
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
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Central root access to <rootTarget> asked for by <principalId> <errorCode>",
      lines: ["eventName", "identityType", "identityAccount", "principalId", ...recordLines],
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
];
