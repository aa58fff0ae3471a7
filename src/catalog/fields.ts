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

/** Lines that every record of CloudTrail can fill, whoever acted. */
export const recordLines = [
  "account",
  "region",
  "time",
  "sourceIp",
  "eventId",
] as const satisfies readonly FieldName[];
