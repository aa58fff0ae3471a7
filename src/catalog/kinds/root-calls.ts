import type { AlertKind } from "../alert-kind";
import { is, isNot, isNotOrAbsent, isOrAbsent, no } from "../event-set";
import { recordSample, recordsOf } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const byRoot = { "detail.userIdentity.type": is("Root") };

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

/**
 * Calls that change something, by root itself: a service on its behalf says so in `invokedBy`, where pages of the
 * console once put the sign-in service. Whatever does not say that it only reads may change something.
 */
const writes = {
  "detail-type": is("AWS API Call via CloudTrail"),
  ...byRoot,
  "detail.userIdentity.invokedBy": isOrAbsent("signin.amazonaws.com"),
  "detail.readOnly": isOrAbsent(no),
};

/** What the root user calls, or another principal does in its place. */
export const rootCallKinds: readonly AlertKind[] = [
  {
    name: "root-credential-change",
    title: "Root user's MFA device, password, access key or certificate was changed",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      {
        ...recordsOf("aws.iam", "api", ...credentialCalls),
        ...byRoot,
      },
    ],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      // Not "changed": an attempt may have been refused.
      headline: "Root user's credentials: <eventName> <requestedUser> in <account> <errorCode>",
      // Calls with a key of root have no session.
      onlyFormatted: ["mfaOfSession", "centralRootAccess"],
      lines: ["eventName", "identityArn", "mfaOfSession", "centralRootAccess", ...recordLines],
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
    causedBy: "signed-in",
    events: [recordsOf("aws.sts", "api", "AssumeRoot")],
    // IAM's table says a write event. Where a record says otherwise, it must not be lost.
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Central root access: <actor> <taskPolicy> on <rootTarget> <errorCode>",
      // In the member account, the caller is one of another account and has no ARN.
      actor: ["identityType", "identityArn", "principalId"],
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
    causedBy: "signed-in",
    events: [
      { ...writes, source: isNot("aws.signin", "aws.iam", "aws.sts") },
      { ...writes, source: is("aws.iam"), "detail.eventName": isNotOrAbsent(...credentialCalls) },
      { ...writes, source: is("aws.sts"), "detail.eventName": isNotOrAbsent("AssumeRoot") },
    ],
    // Of a call that does not say, nobody knows which rules see it.
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Root user called <eventName> of <eventSource> in <account> <errorCode>",
      onlyFormatted: ["centralRootAccess"],
      lines: ["eventName", "eventSource", "identityType", "centralRootAccess", ...recordLines],
    },
    sample: recordSample("aws.s3", "api", {
      eventName: "DeleteBucketPolicy",
      userIdentity: identities.root,
    }),
  },
];
