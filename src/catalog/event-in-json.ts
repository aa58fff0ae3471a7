import { isJsonObject, ownValue, type Json } from "../json/value";
import type { EventEnvelope } from "./sample-event";

/** What a JSON object is: an event, or why it is none, in words that follow its name and "is". */
export type EventInJson =
  | { readonly event: EventEnvelope }
  | {
      readonly problem: string;
      /** Whether it is a record that EventBridge does not deliver, whatever the configuration. */
      readonly isUndelivered: boolean;
    };

const envelopeKeys = ["source", "detail-type", "account", "region", "detail"] as const;

/** EventBridge's detail-types by CloudTrail's event types, which AWS spells in several ways. */
const detailTypes: Readonly<Record<string, string>> = {
  awsconsolesignin: "AWS Console Sign In via CloudTrail",
  awsserviceevent: "AWS Service Event via CloudTrail",
  awsapicall: "AWS API Call via CloudTrail",
};

function textAt(object: Json, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

type Unusable = Exclude<EventInJson, { readonly event: EventEnvelope }>;

function problem(text: string, isUndelivered = false): Unusable {
  return { problem: text, isUndelivered };
}

/** The envelope of a record, as far as the record says what it must hold. */
function enveloped(record: Json): { readonly envelope: Json } | Unusable {
  const missing = ["eventSource", "eventType"].find((key) => textAt(record, key) === undefined);
  if (missing !== undefined) {
    return problem(`a CloudTrail record without ${missing}, so it has no place in EventBridge`);
  }
  const eventType = textAt(record, "eventType") ?? "";
  const detailType = ownValue(detailTypes, eventType.toLowerCase());
  if (detailType === undefined) {
    return problem(
      `a CloudTrail record of type ${eventType}, which EventBridge does not deliver as an event`,
      true,
    );
  }
  const source = (textAt(record, "eventSource") ?? "").replace(/\.amazonaws\.com(\.cn)?$/, "");
  const identity = isJsonObject(record["userIdentity"]) ? record["userIdentity"] : {};
  const envelope = {
    version: "0",
    id: textAt(record, "eventID") ?? "",
    "detail-type": detailType,
    source: `aws.${source}`,
    account: textAt(record, "recipientAccountId") ?? textAt(identity, "accountId"),
    time: textAt(record, "eventTime") ?? "",
    region: textAt(record, "awsRegion"),
    resources: [],
    detail: record,
  };
  return { envelope };
}

/**
 * The event that a JSON object is: an EventBridge envelope, or a bare CloudTrail record, which is put into one.
 * @param wanted - account and region that it is to have. @default - its own
 */
export function eventInJson(
  json: Json,
  wanted: Partial<Pick<EventEnvelope, "account" | "region">> = {},
): EventInJson {
  const isRecord = "eventSource" in json && "eventName" in json && !("detail" in json);
  const given = isRecord ? enveloped(json) : { envelope: json };
  if ("problem" in given) return given;
  const envelope: Json = { ...given.envelope, ...wanted };
  const missing = envelopeKeys.filter((key) =>
    key === "detail" ? !isJsonObject(envelope[key]) : textAt(envelope, key) === undefined,
  );
  if (missing.length > 0) {
    const what = isRecord
      ? "a CloudTrail record without"
      : "not a valid EventBridge event: missing";
    return problem(`${what} ${missing.join(", ")}`);
  }
  // Edge: what comes from JSON has the keys that are looked at.
  return { event: envelope as unknown as EventEnvelope };
}
