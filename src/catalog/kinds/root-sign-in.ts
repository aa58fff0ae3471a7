import type { AlertKind } from "../alert-kind";
import { is, isNotOrAbsent } from "../event-set";
import {
  consoleEvent,
  consoleLogin,
  consoleSample,
  denials,
  programSignIn,
  recordSample,
} from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const byRoot = { "detail.userIdentity.type": is("Root") };
const outcome = "detail.responseElements.ConsoleLogin";
const reason = "detail.errorMessage";

/** How the root user signs in, and how its password is recovered. */
export const rootSignInKinds: readonly AlertKind[] = [
  {
    name: "root-sign-in",
    title: "Root user signed in",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
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
    // The account's e-mail address and a wrong password are enough.
    causedBy: "anybody",
    events: [{ ...consoleLogin("Failure"), ...byRoot, [reason]: isNotOrAbsent(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in failed: <errorMessage> in <account> <errorCode>",
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
    // Somebody has the password: no flood of failures may hide it.
    name: "root-sign-in-denied",
    title: "Root user's sign-in denied by a policy, though the credentials were right",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [{ ...consoleLogin("Failure"), ...byRoot, [reason]: is(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in denied by policy: <errorMessage> in <account>",
      reasons: denials,
      lines: ["errorCode", "identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      errorCode: "AccessDenied",
      errorMessage: "Authorization denied because of a resource control policy",
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
    causedBy: "signed-in",
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
      headline: "Root's federated user <actor> signed in to <account> — Success",
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
    causedBy: "signed-in",
    events: [
      {
        ...programSignIn,
        ...byRoot,
      },
    ],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Program access as the root user: <eventName> <clientId> in <account> <errorCode>",
      onlyFormatted: ["tokenGiven"],
      lines: ["eventName", "identityType", "tokenGiven", ...recordLines],
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "CreateOAuth2Token",
      userIdentity: identities.root,
      requestParameters: { client_id: "arn:{partition}:signin:::devtools/same-device" },
      additionalEventData: { success: "true" },
    }),
  },
  {
    name: "root-recovery-requested",
    title: "Somebody asked to recover the root user's password",
    severity: "high",
    onByDefault: true,
    // The account's e-mail address is enough; the password is nobody's before the mail is answered.
    causedBy: "anybody",
    events: [consoleEvent("PasswordRecoveryRequested")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user: <eventName> — <recoveryRequested> in <account> <errorCode>",
      lines: ["eventName", "identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryRequested",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryRequested: "Success" },
    }),
  },
  {
    name: "root-recovery",
    title: "Root user's password was recovered, or its password or e-mail address updated",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    // Only the root user has them, so records of another type, or of none, are not left to others.
    events: [consoleEvent("PasswordRecoveryCompleted", "EmailUpdated", "PasswordUpdated")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline:
        "Root user: <eventName> — <recoveryCompleted><emailUpdated><passwordUpdated> in <account> <errorCode>",
      lines: ["eventName", "identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryCompleted",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryCompleted: "Success" },
    }),
  },
];
