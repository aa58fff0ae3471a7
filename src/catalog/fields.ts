import { is, isAbsent, type Condition } from "./event-set";

/** What the texts of a field consist of, and who says so. */
export interface Alphabet {
  /** Every text of the field fits it; none holds a `"`, a backslash or a control character. */
  readonly form: RegExp;
  /** Where that is said. */
  readonly source: string;
}

const cloudTrail =
  "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html";
const iamNames = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const signInRecords =
  "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html";

/** A word that AWS chooses: a name of an event, a code, an outcome. */
const word: Alphabet = { form: /^[\w .:/()-]*$/u, source: cloudTrail };
const accountId: Alphabet = { form: /^\d{0,12}$/u, source: cloudTrail };
const regionName: Alphabet = { form: /^[a-z0-9-]*$/u, source: cloudTrail };
const instant: Alphabet = { form: /^[\dTZ:.-]*$/u, source: cloudTrail };
const uuid: Alphabet = { form: /^[\w-]*$/u, source: cloudTrail };
/** An address, or the name of the service that called. */
const address: Alphabet = { form: /^[\w.: -]*$/u, source: cloudTrail };
/** IAM and STS refuse names with anything else. */
const arn: Alphabet = { form: /^[\w+=,.@:/*-]*$/u, source: iamNames };
/** Whoever starts a replay chooses it. */
const nameOfReplay: Alphabet = {
  form: /^[\w.-]*$/u,
  source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html",
};
const signInWord: Alphabet = { form: /^[\w ,.+-]*$/u, source: signInRecords };

/**
 * Text that somebody outside of AWS may have written. EventBridge escapes nothing: a `"` in a value
 * keeps its message from being delivered.
 */
export interface FreeText {
  /**
   * Events in which AWS has made sure of the text, by the condition that says so; only rules for those
   * show it. @default - none: only a function shows it
   */
  readonly safeWhere?: { readonly field: string; readonly condition: Condition };
}

/** A value of an event that a message can show. */
export interface MessageField {
  /** Label of its line in a message. */
  readonly label: string;
  /** Where it is in the event: dots and names only, as input paths of EventBridge are. */
  readonly path: string;
  /** What its texts are made of. */
  readonly text: Alphabet | FreeText;
}

function field(label: string, path: string, text: Alphabet | FreeText): MessageField {
  return { label, path, text };
}

/** Identities whose names IAM or STS has checked; others are named by whoever runs their directory. */
const namedByIam: FreeText = {
  safeWhere: {
    field: "detail.userIdentity.type",
    condition: is("AWSAccount", "AssumedRole", "FederatedUser", "IAMUser", "Root"),
  },
};

/** A value of a request that AWS has carried out, so it has checked it. */
const ofRequest: FreeText = {
  safeWhere: { field: "detail.errorCode", condition: isAbsent },
};

/** What AWS gives as a reason may quote what somebody wrote: a kind says which sentences are known. */
const reason: FreeText = {
  safeWhere: { field: "detail.errorMessage", condition: isAbsent },
};

const onlyByFunction: FreeText = {};

/** Every value that messages show, by the name that stands for it in a template. */
export const fields = {
  // The envelope's: a record may lack its recipient, and arrives in the account that it is of.
  account: field("Account", "$.account", accountId),
  region: field("Region", "$.detail.awsRegion", regionName),
  time: field("Time (UTC)", "$.detail.eventTime", instant),
  sourceIp: field("Source IP", "$.detail.sourceIPAddress", address),
  eventName: field("Event", "$.detail.eventName", word),
  eventId: field("Event ID", "$.detail.eventID", uuid),
  identityType: field("Identity type", "$.detail.userIdentity.type", word),
  identityArn: field("Identity", "$.detail.userIdentity.arn", arn),
  identityAccount: field("Identity's account", "$.detail.userIdentity.accountId", accountId),
  userName: field("User", "$.detail.userIdentity.userName", namedByIam),
  principalId: field("Principal ID", "$.detail.userIdentity.principalId", namedByIam),
  invokedBy: field("Invoked by", "$.detail.userIdentity.invokedBy", address),
  onBehalfOf: field("On behalf of", "$.detail.userIdentity.onBehalfOf.userId", uuid),
  accessKeyId: field("Access key ID", "$.detail.userIdentity.accessKeyId", uuid),
  mfaOfSession: field(
    "MFA in session",
    "$.detail.userIdentity.sessionContext.attributes.mfaAuthenticated",
    word,
  ),
  centralRootAccess: field(
    "By central root access",
    "$.detail.userIdentity.sessionContext.assumedRoot",
    word,
  ),
  errorCode: field("Error", "$.detail.errorCode", word),
  errorMessage: field("Error message", "$.detail.errorMessage", reason),
  eventType: field("Event type", "$.detail.eventType", word),
  eventSource: field("Event source", "$.detail.eventSource", word),
  userAgent: field("User agent", "$.detail.userAgent", onlyByFunction),
  responseElements: field("Response elements", "$.detail.responseElements", onlyByFunction),
  additionalEventData: field(
    "Additional event data",
    "$.detail.additionalEventData",
    onlyByFunction,
  ),
  requestedUser: field("Of user", "$.detail.requestParameters.userName", ofRequest),
  rootTarget: field("Target", "$.detail.requestParameters.targetPrincipal", ofRequest),
  taskPolicy: field("Task policy", "$.detail.requestParameters.taskPolicyArn.arn", ofRequest),
  clientId: field("Program", "$.detail.requestParameters.client_id", ofRequest),
  switchFrom: field("Switched from", "$.detail.additionalEventData.SwitchFrom", arn),
  switchTo: field("Switched to", "$.detail.additionalEventData.SwitchTo", arn),
  permissionSet: field("Permission set", "$.detail.serviceEventDetails.role_name", arn),
  federatedAccount: field("To account", "$.detail.serviceEventDetails.account_id", accountId),
  tokenGiven: field("Success", "$.detail.additionalEventData.success", word),
  credentialType: field(
    "Credential type",
    "$.detail.additionalEventData.CredentialType",
    signInWord,
  ),
  workflowId: field("Sign-in workflow", "$.detail.additionalEventData.AuthWorkflowID", uuid),
  recoveryRequested: outcome("responseElements.PasswordRecoveryRequested"),
  recoveryCompleted: outcome("responseElements.PasswordRecoveryCompleted"),
  emailUpdated: outcome("responseElements.EmailUpdated"),
  passwordUpdated: outcome("responseElements.PasswordUpdated"),
  switchOutcome: outcome("responseElements.SwitchRole"),
  exitOutcome: outcome("responseElements.ExitRole"),
  renewOutcome: outcome("responseElements.RenewRole"),
  tokenOutcome: outcome("responseElements.GetSigninToken"),
  mfaCheckOutcome: outcome("responseElements.CheckMfa"),
  externalIdpOutcome: outcome("responseElements.ExternalIdPDirectoryLogin"),
  authenticationOutcome: outcome("serviceEventDetails.UserAuthentication"),
  challengeOutcome: outcome("serviceEventDetails.CredentialChallenge"),
  verificationOutcome: outcome("serviceEventDetails.CredentialVerification"),
  optInAccount: field("Account", "$.detail.accountId", accountId),
  optInRegion: field("Region", "$.detail.regionName", regionName),
  optInStatus: field("Status", "$.detail.status", word),
  signInOutcome: outcome("responseElements.ConsoleLogin"),
  mfaUsed: field("MFA used", "$.detail.additionalEventData.MFAUsed", word),
  mfaType: field("MFA type", "$.detail.additionalEventData.MfaType", signInWord),
  envelopeAccount: field("Account", "$.account", accountId),
  envelopeRegion: field("Region", "$.region", regionName),
  envelopeTime: field("Time (UTC)", "$.time", instant),
  envelopeId: field("Event ID", "$.id", uuid),
  // Of the envelope of an event that an archive sends again; any other has none.
  replayName: field("Replay", "$.replay-name", nameOfReplay),
} as const satisfies Record<string, MessageField>;

function outcome(path: string): MessageField {
  return field("Outcome", `$.detail.${path}`, signInWord);
}

/** Name of a value that messages show. */
export type FieldName = keyof typeof fields;

/** Whether a function alone, or a rule of its own, may show a field. */
export function freeTextOf(name: FieldName): FreeText | undefined {
  const { text } = fields[name];
  return "form" in text ? undefined : text;
}

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
