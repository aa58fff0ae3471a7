import type { AlertKind } from "../alert-kind";
import { consoleEvent, consoleSample, recordSample, recordsOf } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** What decides who may sign in, and where sign-ins come from. */
export const signInSettingKinds: readonly AlertKind[] = [
  {
    // Whoever takes a restriction away signs in next; whoever adds one can lock others out.
    name: "sign-in-policy-change",
    title: "A policy of AWS Sign-In was changed: who may sign in from where",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      recordsOf(
        "aws.signin",
        "api",
        "PutConsoleAuthorizationConfiguration",
        "DeleteConsoleAuthorizationConfiguration",
        "PutResourcePermissionStatement",
        "DeleteResourcePermissionStatement",
      ),
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in policy: <actor> <eventName> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["eventName", "identityType", "identityArn", ...recordLines],
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "DeleteConsoleAuthorizationConfiguration",
      userIdentity: identities.federated,
    }),
  },
  {
    name: "external-idp-failure",
    title: "Sign-in through an external identity provider failed: its SAML assertion was refused",
    severity: "medium",
    onByDefault: true,
    // A forged assertion is enough.
    causedBy: "anybody",
    // AWS records nothing but failures under this name.
    events: [consoleEvent("ExternalIdPDirectoryLogin")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // AWS records the type Root and no name, whoever it was.
      headline:
        "External identity provider's sign-in — <externalIdpOutcome> <errorMessage> in <account> <errorCode>",
      onlyFormatted: ["errorMessage"],
      lines: ["eventName", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ExternalIdPDirectoryLogin",
      userIdentity: { type: "Root", principalId: "{account}", arn: "", accountId: "{account}" },
      responseElements: { ExternalIdPDirectoryLogin: "Failure" },
    }),
  },
];
