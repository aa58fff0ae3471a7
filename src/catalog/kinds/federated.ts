import type { AlertKind } from "../alert-kind";
import { beginningWith, is, isNot, isNotOrAbsent, like } from "../event-set";
import { consoleLogin, consoleSample } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

const success = consoleLogin("Success");

const type = "detail.userIdentity.type";
const issuer = "detail.userIdentity.sessionContext.sessionIssuer";

/** Roles that IAM Identity Center makes in accounts; nobody else may use the name. */
const ofIdentityCenter = beginningWith("AWSReservedSSO_");

/** The session of an instance's role is called after the instance, such as `i-0abcdef1234567890`. */
const ofInstance = like("*:i-0*");

const session = { ...success, [type]: is("AssumedRole") };

const byRole = {
  readOnly: false,
  recordedIn: "every-region",
  message: {
    // MFA happens at the identity provider: AWS records MFAUsed "No" for everybody here.
    headline: "Sign-in of <actor> to <account> — Success",
    actor: ["identityType", "identityArn"],
    lines: ["identityType", "identityArn", ...recordLines],
  },
} as const satisfies Partial<AlertKind>;

const outcome = {
  eventName: "ConsoleLogin",
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
} as const;

/** Sign-ins of those whom AWS does not ask for a password: roles and federated users. */
export const federatedSignInKinds: readonly AlertKind[] = [
  {
    name: "sso-sign-in",
    title: "User of IAM Identity Center signed in to an account",
    severity: "low",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [{ ...session, [`${issuer}.userName`]: is(ofIdentityCenter) }],
    eventsByRoleArn: [{ ...session, [`${issuer}.arn`]: is(like("*:role/aws-reserved/sso.*")) }],
    ...byRole,
    sample: consoleSample({ ...outcome, userIdentity: identities.singleSignOn }),
  },
  {
    // Somebody took the credentials out of an instance, or opened the console on it.
    name: "instance-role-sign-in",
    title: "The role of an EC2 instance was used to sign in to the console",
    severity: "high",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...session,
        "detail.userIdentity.principalId": is(ofInstance),
        [`${issuer}.userName`]: isNotOrAbsent(ofIdentityCenter),
      },
    ],
    ...byRole,
    sample: consoleSample({ ...outcome, userIdentity: identities.instance }),
  },
  {
    name: "federated-sign-in",
    title: "Role or federated user signed in, such as through SAML",
    severity: "low",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...session,
        "detail.userIdentity.principalId": isNotOrAbsent(ofInstance),
        [`${issuer}.userName`]: isNotOrAbsent(ofIdentityCenter),
      },
      { ...success, [type]: isNot("Root", "IAMUser", "AssumedRole", "FederatedUser") },
    ],
    ...byRole,
    message: {
      ...byRole.message,
      lines: ["identityType", ...recordLines],
    },
    sample: consoleSample({ ...outcome, userIdentity: identities.federated }),
  },
  {
    name: "federation-token-sign-in",
    title: "Federated user signed in with a token that an IAM user asked for (GetFederationToken)",
    severity: "medium",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      { ...success, [type]: is("FederatedUser"), [`${issuer}.type`]: isNotOrAbsent("Root") },
    ],
    ...byRole,
    sample: consoleSample({ ...outcome, userIdentity: identities.federatedUser }),
  },
];
