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
  singleSignOn: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000002:bob@example.com",
    arn: "arn:{partition}:sts::{account}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/bob@example.com",
    accountId: "{account}",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        arn: "arn:{partition}:iam::{account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef",
        userName: "AWSReservedSSO_Admin_0123456789abcdef",
      },
    },
  },
  instance: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000003:i-0abcdef1234567890",
    arn: "arn:{partition}:sts::{account}:assumed-role/web-server/i-0abcdef1234567890",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "Role", userName: "web-server" } },
  },
  federatedUser: {
    type: "FederatedUser",
    principalId: "{account}:carol",
    arn: "arn:{partition}:sts::{account}:federated-user/carol",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "IAMUser", userName: "broker" } },
  },
  federatedUserOfRoot: {
    type: "FederatedUser",
    principalId: "{account}:carol",
    arn: "arn:{partition}:sts::{account}:federated-user/carol",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "Root" } },
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
