import { findKind, placeSample, type EventEnvelope } from "../../src/catalog";
import type { Json } from "../../src/json/value";
import { backtest } from "../../src/backtest/backtest";
import { resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { MEMBER, organizationWith } from "../coverage/small-organization";

/** The record of a sample, of its kind, with other fields. */
export function recordOf(kind: string, id: string, more: Json = {}): Json {
  const sample = findKind(kind)?.sample;
  if (sample === undefined) throw new Error(`no kind is called ${kind}`);
  const place = { account: MEMBER, region: "us-east-1", partition: "aws" } as const;
  const { detail }: EventEnvelope = placeSample(sample, place);
  return { ...detail, eventID: id, ...more };
}

/** A record that is not about a sign-in. */
export const otherRecord: Json = {
  eventSource: "s3.amazonaws.com",
  eventName: "PutBucketTagging",
  eventType: "AwsApiCall",
  eventTime: "2026-01-15T03:12:45Z",
  awsRegion: "us-east-1",
  recipientAccountId: MEMBER,
  userIdentity: { type: "AssumedRole" },
};

/** What a small organization makes of a text on standard input. */
export function backtestOf(text: string, change: Partial<SignInAlertsProps> = {}, perMinute = 60) {
  const plan = resolve(organizationWith(change));
  return backtest(plan, { paths: ["-"], input: () => text, perMinute });
}

/** The same of records in a log file. */
export function backtestOfRecords(
  records: readonly Json[],
  change: Partial<SignInAlertsProps> = {},
  perMinute?: number,
) {
  return backtestOf(JSON.stringify({ Records: records }), change, perMinute);
}
