import { compileFilterPattern, FILTER_PATTERN_LIMIT } from "../../src/aws/logs";
import { cisControls, signInLogGuards, type CisChoice } from "../../src/guards";
import { memberAt } from "../../src/json/path";
import type { JsonObject } from "../../src/json/value";
import { otherRecords, signInRecords } from "../catalog/records";
import { logRecord } from "./log-record";

function guardsOf(cis: CisChoice) {
  return signInLogGuards({ namePrefix: "signin-alerts", logGroupName: "trail", cis });
}

function ofCis<T extends { readonly name: string }>(made: readonly T[]): readonly T[] {
  return made.filter(({ name }) => name.startsWith("signin-alerts-cis-"));
}

const patterns = new Map(
  ofCis(guardsOf("all").filters).map(({ name, pattern }) => [
    name.slice("signin-alerts-cis-".length),
    pattern,
  ]),
);

const pattern = (name: string): string => patterns.get(name) ?? "";

test("the patterns of sign-in and of the trail are those of the benchmark, to the character", () => {
  expect(ofCis(guardsOf("on").filters).map((filter) => filter.pattern)).toEqual([
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    "{ ($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging) }",
  ]);
});

test("each control has a plain alarm at its first event, on a metric of its own", () => {
  const { filters, alarms } = guardsOf("all");
  const watched = ofCis(alarms).map((alarm) => ({ ...alarm.watched, at: alarm.threshold }));
  expect(watched).toEqual(
    ofCis(filters).map(({ metric }) => ({ metric, statistic: "Sum", at: 1 })),
  );
  expect(new Set(filters.map(({ metric }) => metric.name)).size).toBe(filters.length);
});

test("four controls by default, fifteen where all are wanted, none where they are off", () => {
  const count = (cis?: CisChoice) =>
    ofCis(
      signInLogGuards({ namePrefix: "signin-alerts", logGroupName: "trail", ...(cis && { cis }) })
        .filters,
    ).length;
  expect([count(), count("on"), count("all"), count("off")]).toEqual([4, 4, 15, 0]);
});

test("every pattern is within the limit and is read", () => {
  for (const text of patterns.values()) {
    expect(text.length).toBeLessThanOrEqual(FILTER_PATTERN_LIMIT);
    expect(() => compileFilterPattern(text)).not.toThrow();
  }
});

const records = [...signInRecords, ...otherRecords].map(({ name, event }) => ({
  name,
  record: logRecord(event),
}));

const at = (record: JsonObject, path: string): unknown => memberAt(record, path.split("."));

/** What each control is about, said by hand. */
const meant: readonly (readonly [string, (record: JsonObject) => boolean])[] = [
  [
    "root-usage",
    (record) =>
      at(record, "userIdentity.type") === "Root" &&
      at(record, "userIdentity.invokedBy") === undefined &&
      at(record, "eventType") !== undefined &&
      at(record, "eventType") !== "AwsServiceEvent",
  ],
  [
    "sign-in-without-mfa",
    (record) =>
      at(record, "eventName") === "ConsoleLogin" &&
      at(record, "userIdentity.type") === "IAMUser" &&
      at(record, "responseElements.ConsoleLogin") === "Success" &&
      at(record, "additionalEventData.MFAUsed") !== undefined &&
      at(record, "additionalEventData.MFAUsed") !== "Yes",
  ],
  [
    "authentication-failures",
    (record) =>
      at(record, "eventName") === "ConsoleLogin" &&
      at(record, "errorMessage") === "Failed authentication",
  ],
  ["trail-configuration", (record) => /Trail$|Logging$/u.test(String(at(record, "eventName")))],
];

test.each(meant)(
  "the filter of %s counts the records that it is about, and no other",
  (name, isMeant) => {
    const filter = compileFilterPattern(pattern(name));
    const counted = records.filter(({ record }) => filter.matches(record)).map((each) => each.name);
    expect(counted).toEqual(
      records.filter(({ record }) => isMeant(record)).map((each) => each.name),
    );
  },
);

test("the records hold enough of root, of no MFA and of failures to be conclusive", () => {
  const count = (name: string) =>
    records.filter(({ record }) => compileFilterPattern(pattern(name)).matches(record)).length;
  expect(count("root-usage")).toBeGreaterThan(5);
  expect(count("sign-in-without-mfa")).toBeGreaterThan(2);
  expect(count("authentication-failures")).toBeGreaterThan(2);
});

const called = cisControls("all").flatMap(({ name, condition }) => {
  const source = /eventSource=([\w.]+)/u.exec(condition)?.[1] ?? "any.amazonaws.com";
  const events = [...condition.matchAll(/\$\.eventName=(\w+)/gu)].map((found) => found[1] ?? "");
  return events.map((event) => ({ name, source, event }));
});

test("a call that a control names is counted by it, and by no other of the same service", () => {
  expect(called.length).toBeGreaterThan(90);
  for (const { name, source, event } of called) {
    const record = { eventName: event, eventSource: source };
    const counting = [...patterns]
      .filter(([, text]) => compileFilterPattern(text).matches(record))
      .map(([each]) => each);
    // IAM and Organizations have calls of one name: their controls ask for the service, too.
    expect(counting).toEqual([name]);
  }
});

/** Whether a text has these one after another, whatever stands between: quotes may be left out. */
function hasInOrder(text: string, ...wanted: readonly string[]): boolean {
  const plain = text.replaceAll('"', "").replaceAll(/\s*(!?=)\s*/gu, "$1");
  let from = 0;
  return wanted.every((each) => {
    const found = plain.indexOf(each, from);
    from = found + each.length;
    return found >= 0;
  });
}

test("Prowler finds what it looks for", () => {
  expect(
    hasInOrder(
      pattern("root-usage"),
      "$.userIdentity.type=Root",
      "$.userIdentity.invokedBy NOT EXISTS",
      "$.eventType!=AwsServiceEvent",
    ),
  ).toBe(true);
  expect(
    hasInOrder(
      pattern("sign-in-without-mfa"),
      "$.eventName=ConsoleLogin",
      "$.additionalEventData.MFAUsed!=Yes",
    ),
  ).toBe(true);
  expect(
    hasInOrder(
      pattern("authentication-failures"),
      "$.eventName=ConsoleLogin",
      "$.errorMessage=Failed authentication",
    ),
  ).toBe(true);
  expect(
    hasInOrder(
      pattern("unauthorized-calls"),
      "$.errorCode=*UnauthorizedOperation",
      "$.errorCode=AccessDenied*",
    ),
  ).toBe(true);
});
