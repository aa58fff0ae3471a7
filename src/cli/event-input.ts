import type { EventEnvelope } from "../catalog";
import { isJsonObject, ownValue, type Json } from "../json/value";
import { UnusableInputError } from "../json/read-json";
import type { InventoryPlace } from "./generated-terraform";

/** An account and region, where a person names them. */
export type WantedPlace = Partial<InventoryPlace>;

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

function required(name: string, record: Json, key: string): string {
  const value = textAt(record, key);
  if (value === undefined) {
    throw new UnusableInputError(
      `${name} is a CloudTrail record without ${key}, so it has no place in EventBridge`,
    );
  }
  return value;
}

function wrapped(name: string, record: Json): Json {
  const source = required(name, record, "eventSource").replace(/\.amazonaws\.com(\.cn)?$/, "");
  const eventType = required(name, record, "eventType");
  const detailType = ownValue(detailTypes, eventType.toLowerCase());
  if (detailType === undefined) {
    throw new UnusableInputError(
      `${name} is a CloudTrail record of type ${eventType}, which EventBridge does not deliver as an event`,
    );
  }
  const identity = isJsonObject(record["userIdentity"]) ? record["userIdentity"] : {};
  return {
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
}

function onlyRecord(name: string, json: Json): Json {
  const records: unknown = json["Records"];
  if (!Array.isArray(records)) return json;
  const record: unknown = records[0];
  if (records.length !== 1 || !isJsonObject(record)) {
    throw new UnusableInputError(
      `${name} is a CloudTrail log file of ${records.length} records: give one of them`,
    );
  }
  return record;
}

/**
 * The event that a JSON text holds: an EventBridge envelope, or a bare CloudTrail record, which is
 * put into one.
 * @throws UnusableInputError saying what is missing
 */
export function eventFrom(name: string, json: unknown, wanted: WantedPlace): EventEnvelope {
  if (!isJsonObject(json))
    throw new UnusableInputError(
      `${name} is not a valid EventBridge event: it is not a JSON object`,
    );
  const given = onlyRecord(name, json);
  const isRecord = "eventSource" in given && "eventName" in given && !("detail" in given);
  const envelope: Json = { ...(isRecord ? wrapped(name, given) : given), ...wanted };
  const missing = envelopeKeys.filter((key) =>
    key === "detail" ? !isJsonObject(envelope[key]) : textAt(envelope, key) === undefined,
  );
  if (missing.length > 0) {
    const what = isRecord
      ? "a CloudTrail record without"
      : "not a valid EventBridge event: missing";
    throw new UnusableInputError(`${name} is ${what} ${missing.join(", ")}`);
  }
  return envelope as unknown as EventEnvelope;
}
