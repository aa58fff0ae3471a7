import type { Place } from "../aws";
import type { JsonObject, JsonValue } from "../json/value";

/**
 * An event without its place: what EventBridge would deliver, less the account and region. The texts
 * `{account}`, `{region}` and `{partition}` stand for its place.
 */
export interface SampleEvent {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail: JsonObject;
}

/** An event as it lies on an event bus. */
export interface EventEnvelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

const sampleTime = "2026-01-15T03:12:45Z";
const sampleId = "6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d";

const record = {
  eventVersion: "1.09",
  eventTime: sampleTime,
  awsRegion: "{region}",
  sourceIPAddress: "198.51.100.27",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:134.0) Gecko/20100101 Firefox/134.0",
  requestParameters: null,
  responseElements: null,
  eventID: sampleId,
  readOnly: false,
  managementEvent: true,
  recipientAccountId: "{account}",
  eventCategory: "Management",
} as const;

/** Who acted, in samples. */
export const identities = {
  root: {
    type: "Root",
    principalId: "{account}",
    arn: "arn:{partition}:iam::{account}:root",
    accountId: "{account}",
    accessKeyId: "",
  },
  iamUser: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLEALICE00001",
    arn: "arn:{partition}:iam::{account}:user/alice",
    accountId: "{account}",
    userName: "alice",
  },
  /** Of a failed attempt, where CloudTrail records no ARN. */
  failingIamUser: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLEALICE00001",
    accountId: "{account}",
    accessKeyId: "",
    userName: "alice",
  },
  federated: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000001:bob@example.com",
    arn: "arn:{partition}:sts::{account}:assumed-role/developer/bob@example.com",
    accountId: "{account}",
  },
} as const;

/** A sample as CloudTrail hands a record to EventBridge, with the detail-type of its event type. */
export function recorded(
  detailType: string,
  source: string,
  detail: SampleEvent["detail"],
): SampleEvent {
  return {
    source,
    "detail-type": detailType,
    detail: { ...record, ...detail },
  };
}

function placed(json: JsonValue, words: Readonly<Record<string, string>>): JsonValue {
  if (typeof json === "string") {
    return json.replace(/\{(account|region|partition)\}/g, (_, word: string) => words[word] ?? "");
  }
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((item: JsonValue) => placed(item, words));
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, placed(value, words)]),
  );
}

/** The sample as an event of one account and region. */
export function placeSample(sample: SampleEvent, place: Place): EventEnvelope {
  const words = {
    account: place.account,
    region: place.region,
    partition: place.partition ?? "aws",
  };
  return {
    version: "0",
    id: sampleId,
    "detail-type": sample["detail-type"],
    source: sample.source,
    account: place.account,
    time: sampleTime,
    region: place.region,
    resources: [],
    detail: placed(sample.detail, words) as EventEnvelope["detail"],
  };
}
