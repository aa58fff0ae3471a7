/** A value of an event that a message can show. */
export interface MessageField {
  /** Label of its line in a message. */
  readonly label: string;
  /** Where it is in the event: dots and names only, as input paths of EventBridge are. */
  readonly path: string;
}

function field(label: string, path: string): MessageField {
  return { label, path };
}

/** Every value that messages show, by the name that stands for it in a template. */
export const fields = {
  account: field("Account", "$.detail.recipientAccountId"),
  region: field("Region", "$.detail.awsRegion"),
  time: field("Time (UTC)", "$.detail.eventTime"),
  sourceIp: field("Source IP", "$.detail.sourceIPAddress"),
  eventName: field("Event", "$.detail.eventName"),
  eventId: field("Event ID", "$.detail.eventID"),
  identityType: field("Identity type", "$.detail.userIdentity.type"),
  identityArn: field("Identity", "$.detail.userIdentity.arn"),
  identityAccount: field("Identity's account", "$.detail.userIdentity.accountId"),
  userName: field("User", "$.detail.userIdentity.userName"),
  principalId: field("Principal ID", "$.detail.userIdentity.principalId"),
  accessKeyId: field("Access key ID", "$.detail.userIdentity.accessKeyId"),
  mfaOfSession: field(
    "MFA in session",
    "$.detail.userIdentity.sessionContext.attributes.mfaAuthenticated",
  ),
  errorCode: field("Error", "$.detail.errorCode"),
  errorMessage: field("Error message", "$.detail.errorMessage"),
  eventType: field("Event type", "$.detail.eventType"),
  eventSource: field("Event source", "$.detail.eventSource"),
  userAgent: field("User agent", "$.detail.userAgent"),
  responseElements: field("Response elements", "$.detail.responseElements"),
  additionalEventData: field("Additional event data", "$.detail.additionalEventData"),
  requestedUser: field("Of user", "$.detail.requestParameters.userName"),
  rootTarget: field("Target", "$.detail.requestParameters.targetPrincipal"),
  credentialType: field("Credential type", "$.detail.additionalEventData.CredentialType"),
  workflowId: field("Sign-in workflow", "$.detail.additionalEventData.AuthWorkflowID"),
  recoveryRequested: field("Outcome", "$.detail.responseElements.PasswordRecoveryRequested"),
  recoveryCompleted: field("Outcome", "$.detail.responseElements.PasswordRecoveryCompleted"),
  emailUpdated: field("Outcome", "$.detail.responseElements.EmailUpdated"),
  passwordUpdated: field("Outcome", "$.detail.responseElements.PasswordUpdated"),
  switchOutcome: field("Outcome", "$.detail.responseElements.SwitchRole"),
  exitOutcome: field("Outcome", "$.detail.responseElements.ExitRole"),
  renewOutcome: field("Outcome", "$.detail.responseElements.RenewRole"),
  tokenOutcome: field("Outcome", "$.detail.responseElements.GetSigninToken"),
  authenticationOutcome: field("Outcome", "$.detail.serviceEventDetails.UserAuthentication"),
  challengeOutcome: field("Outcome", "$.detail.serviceEventDetails.CredentialChallenge"),
  verificationOutcome: field("Outcome", "$.detail.serviceEventDetails.CredentialVerification"),
  optInAccount: field("Account", "$.detail.accountId"),
  optInRegion: field("Region", "$.detail.regionName"),
  optInStatus: field("Status", "$.detail.status"),
  signInOutcome: field("Outcome", "$.detail.responseElements.ConsoleLogin"),
  mfaUsed: field("MFA used", "$.detail.additionalEventData.MFAUsed"),
  mfaType: field("MFA type", "$.detail.additionalEventData.MfaType"),
  envelopeAccount: field("Account", "$.account"),
  envelopeRegion: field("Region", "$.region"),
  envelopeTime: field("Time (UTC)", "$.time"),
  envelopeId: field("Event ID", "$.id"),
} as const satisfies Record<string, MessageField>;

/** Name of a value that messages show. */
export type FieldName = keyof typeof fields;

/** Lines that every record of CloudTrail can fill, whatever identity acted. */
export const recordLines = [
  "account",
  "region",
  "time",
  "sourceIp",
  "eventId",
] as const satisfies readonly FieldName[];

/** What a full message adds, where the kind has it. User agents come from the visitor. */
export const fullLines = [
  "userName",
  "identityType",
  "principalId",
  "identityAccount",
  "accessKeyId",
  "userAgent",
  "responseElements",
  "additionalEventData",
  "eventName",
  "eventType",
  "eventSource",
] as const satisfies readonly FieldName[];
