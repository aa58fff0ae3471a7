import type { JsonObject } from "../../src/aws/eventbridge";
import { FILTER_PATTERN_LIMIT } from "../../src/aws/logs";
import { signInLogGuards } from "../../src/guards";
import { otherRecords, signInRecords } from "../catalog/records";
import { countOf, logRecord } from "./log-record";

const log = { namePrefix: "signin-alerts", logGroupName: "trail" };
const { filters, alarms, queries } = signInLogGuards({
  ...log,
  cis: "off",
  watchedUsers: [{ name: "break-glass", userNames: ["alice", "Emergency"] }],
  deadLetterQueueName: "signin-alerts-forward-dead-letters",
});

function outcomeOf(detail: Readonly<Record<string, unknown>>, name: string): unknown {
  const response = detail["responseElements"] as Readonly<Record<string, unknown>> | null;
  return response?.[name];
}

describe.each(signInRecords)("the record $name", ({ event }) => {
  const record = logRecord(event);
  const isLogin = event.detail["eventName"] === "ConsoleLogin";

  test("is counted as a console sign-in exactly when it is one, of any identity", () => {
    expect(countOf(filters, "ConsoleSignIns", record)).toBe(isLogin ? 1 : 0);
  });

  test("is counted as a failure exactly when it says so", () => {
    const failed = ["ConsoleLogin", "CheckMfa"].some(
      (name) => event.detail["eventName"] === name && outcomeOf(event.detail, name) === "Failure",
    );
    expect(countOf(filters, "FailedConsoleSignIns", record)).toBe(failed ? 1 : 0);
  });

  test("is not a dead-letter message", () => {
    expect(countOf(filters, "ForwarderDeadLetters", record)).toBe(0);
  });
});

test("records that are not sign-ins are not counted", () => {
  const counted = otherRecords.filter(({ event }) => {
    const record = logRecord(event);
    const isOurs = event.detail["eventName"] === "ConsoleLogin";
    return !isOurs && filters.some((filter) => countOf([filter], filter.metric.name, record) > 0);
  });
  expect(counted.map(({ name }) => name)).toEqual([]);
});

test("the records hold enough console sign-ins and failures to be conclusive", () => {
  const count = (metric: string) =>
    signInRecords.filter(({ event }) => countOf(filters, metric, logRecord(event)) > 0).length;
  expect(count("ConsoleSignIns")).toBeGreaterThan(30);
  expect(count("FailedConsoleSignIns")).toBeGreaterThan(8);
});

test("a watched user is counted by name, and no one else is", () => {
  const signIn = {
    eventName: "ConsoleLogin",
    userIdentity: { type: "IAMUser", userName: "alice" },
  };
  const metric = "SignInsOf-break-glass";
  expect(countOf(filters, metric, signIn)).toBe(1);
  expect(countOf(filters, metric, { ...signIn, userIdentity: { userName: "bob" } })).toBe(0);
  expect(countOf(filters, metric, { ...signIn, eventName: "CheckMfa" })).toBe(0);
});

test("a dead-letter message of any account and region is counted, messages of other queues are not", () => {
  const send = (queue: string) => ({
    eventSource: "sqs.amazonaws.com",
    eventName: "SendMessage",
    requestParameters: { queueUrl: `https://sqs.us-east-1.amazonaws.com/333333333333/${queue}` },
  });
  const count = (queue: string) => countOf(filters, "ForwarderDeadLetters", send(queue));
  expect(count("signin-alerts-forward-dead-letters")).toBe(1);
  expect(count("orders")).toBe(0);
});

test("stopping or narrowing the trail is counted, and changes of other trails are not", () => {
  const own = signInLogGuards({ ...log, trailName: "signin-alerts-trail" });
  const change = (eventName: string, requestParameters: JsonObject) =>
    countOf(own.filters, "TrailChanges", {
      eventSource: "cloudtrail.amazonaws.com",
      eventName,
      requestParameters,
    });
  const arn = "arn:aws:cloudtrail:eu-central-1:111111111111:trail/signin-alerts-trail";
  expect(change("StopLogging", { name: arn })).toBe(1);
  expect(change("DeleteTrail", { name: "signin-alerts-trail" })).toBe(1);
  expect(change("PutEventSelectors", { trailName: "signin-alerts-trail" })).toBe(1);
  expect(change("DescribeTrails", { name: arn })).toBe(0);
  expect(change("StopLogging", { name: "other-trail" })).toBe(0);
});

test("one sign-in raises the alarm, five failures within five minutes that of an attack", () => {
  const raised = alarms.map(({ name, threshold, period, missingData }) => [
    name,
    threshold,
    period,
    missingData,
  ]);
  expect(raised).toEqual([
    ["signin-alerts-console-sign-ins", 1, 300, "notBreaching"],
    ["signin-alerts-failed-console-sign-ins", 5, 300, "notBreaching"],
    ["signin-alerts-sign-ins-of-break-glass", 1, 300, "notBreaching"],
    ["signin-alerts-forwarder-dead-letters", 1, 300, "notBreaching"],
    ["signin-alerts-trail-changed", 1, 300, "notBreaching"],
    ["signin-alerts-trail-silent", 1, 86_400, "breaching"],
  ]);
});

test("a threshold of zero creates no alarm, and its metric is still counted", () => {
  const quiet = signInLogGuards({ ...log, cis: "off", signIns: 0, failures: 0 });
  expect(quiet.alarms.map(({ name }) => name)).toEqual([
    "signin-alerts-trail-changed",
    "signin-alerts-trail-silent",
  ]);
  expect(quiet.filters.map(({ metric }) => metric.name)).toEqual([
    "ConsoleSignIns",
    "FailedConsoleSignIns",
    "TrailChanges",
  ]);
});

test("every name exists once, and no pattern is over the limit", () => {
  const all = [...filters, ...alarms, ...queries].map(({ name }) => name);
  for (const names of [filters, alarms, queries].map((each) => each.map(({ name }) => name))) {
    expect(new Set(names).size).toBe(names.length);
  }
  expect(all.every((name) => name.startsWith("signin-alerts"))).toBe(true);
  for (const { pattern } of filters) {
    expect(pattern.length).toBeLessThanOrEqual(FILTER_PATTERN_LIMIT);
  }
});

test("fails for watched users whose pattern would be over the limit, and says how long it is", () => {
  const userNames = Array.from({ length: 40 }, (_, i) => `administrator-${i}`);
  expect(() => signInLogGuards({ ...log, watchedUsers: [{ name: "all", userNames }] })).toThrow(
    /has \d{4} characters, at most 1024 are allowed/,
  );
});
