import { is, type EventBox, type EventSet } from "./event-set";
import { recorded, type SampleEvent } from "./sample-event";

/** The detail-types under which EventBridge delivers records of CloudTrail, by event type. */
const detailTypes = {
  console: "AWS Console Sign In via CloudTrail",
  service: "AWS Service Event via CloudTrail",
  api: "AWS API Call via CloudTrail",
} as const;

type DetailType = keyof typeof detailTypes;

const eventTypes: Readonly<Record<DetailType, string>> = {
  console: "AwsConsoleSignIn",
  service: "AwsServiceEvent",
  api: "AwsApiCall",
};

function box(source: string, detailType: string): EventBox {
  return { source: is(source), "detail-type": is(detailType) };
}

/** Every record of AWS sign-in, whatever its detail-type. */
export const signInRecords: EventSet = Object.values(detailTypes).map((detailType) =>
  box("aws.signin", detailType),
);

/** Records of these names. AWS spells the event type in several ways, so it is not looked at. */
export function recordsOf(
  source: string,
  detailType: DetailType,
  ...eventNames: readonly string[]
): EventBox {
  return { ...box(source, detailTypes[detailType]), "detail.eventName": is(...eventNames) };
}

/** Events that have no record in CloudTrail. */
export function directEvents(source: string, detailType: string): EventBox {
  return box(source, detailType);
}

/** Records of the sign-in pages of the console. */
export function consoleEvent(...eventNames: readonly string[]): EventBox {
  return recordsOf("aws.signin", "console", ...eventNames);
}

/** A sign-in at the console's pages that ended so. */
export function consoleLogin(outcome: "Success" | "Failure"): EventBox {
  return {
    ...consoleEvent("ConsoleLogin"),
    "detail.responseElements.ConsoleLogin": is(outcome),
  };
}

/** Calls by which a command line, an agent or another program uses the credentials of the console. */
export const programSignIn: EventBox = recordsOf(
  "aws.signin",
  "api",
  "AuthorizeOAuth2Access",
  "CreateOAuth2Token",
  "CreateOAuth2TokenWithIAM",
  "CreateOAuth2TokenWithTokenExchange",
  "RevokeOAuth2TokenWithIAM",
  "IntrospectOAuth2TokenWithIAM",
  "CreateOAuth2PublicClient",
  "CreateBearerToken",
);

/** What AWS writes where the password was right. Any other reason is one of a failure. */
export const denials = [
  "Authorization denied because of a resource-based policy",
  "Authorization denied because of a resource control policy",
] as const;

/** A sample of a record. */
export function recordSample(
  source: string,
  detailType: DetailType,
  detail: SampleEvent["detail"],
): SampleEvent {
  return recorded(detailTypes[detailType], source, {
    eventType: eventTypes[detailType],
    eventSource: `${source.replace("aws.", "")}.amazonaws.com`,
    ...detail,
  });
}

/** A sample of a record of the console's sign-in pages. */
export function consoleSample(detail: SampleEvent["detail"]): SampleEvent {
  return recordSample("aws.signin", "console", detail);
}
