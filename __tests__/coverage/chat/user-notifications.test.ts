import { findKind, placeSample } from "../../../src/catalog";
import { inventoryOfStacks, traceNotifications, type StackDocument } from "../../../src/coverage";
import { changed, type MutableJson } from "./changed";
import {
  findingsIn,
  NOTIFICATIONS,
  stacksBeside,
  traceIn,
  withNotifications,
} from "./chat-organization";
import { HUB, MEMBER } from "../small-organization";

const stacks = stacksBeside(withNotifications);
const ruleType = "aws_notifications_event_rule";
const associationType = "aws_notifications_channel_association";

function told(
  from: readonly StackDocument[],
  { account = MEMBER, region = "us-east-2", kind = "root-sign-in" } = {},
): ReturnType<typeof traceNotifications> {
  const sample = findKind(kind)?.sample;
  if (sample === undefined) throw new Error(`no kind ${kind}`);
  return traceNotifications(inventoryOfStacks(from), placeSample(sample, { account, region }));
}

test("a sound organization with User Notifications has no finding", () => {
  expect(findingsIn(stacks)).toEqual([]);
});

test("contacts are told beside the way through the hub, in AWS's own words", () => {
  const { deliveries, blockers, findings } = traceIn(stacks);
  expect([blockers, findings]).toEqual([[], []]);
  expect(deliveries.map(({ recipients }) => recipients)).toEqual([
    ["email:security@example.com"],
    ["user-notifications:on-call@example.com", "user-notifications:soc@example.com"],
  ]);
  expect(deliveries[1]).toMatchObject({ kind: "root-sign-in", text: "AWS's own text" });
  expect(deliveries[1]?.hops.map(({ name, resource }) => [name, resource?.stack])).toEqual([
    ["trail", "signin-trail"],
    ["notification rule", NOTIFICATIONS],
    ["notification configuration", NOTIFICATIONS],
    ["notification channel", NOTIFICATIONS],
  ]);
});

test("contacts are told though nothing goes through the hub", () => {
  const withoutHub = stacks.filter(({ name }) => name !== "signin-hub");
  const { deliveries, blockers } = traceIn(withoutHub);
  expect(deliveries.map(({ recipients }) => recipients.length)).toEqual([2]);
  expect(blockers).not.toEqual([]);
});

test("contacts are told of their own account alone, in the rules' regions, of their kinds", () => {
  expect(told(stacks).deliveries).toHaveLength(1);
  expect(told(stacks, { account: HUB }).deliveries).toEqual([]);
  expect(told(stacks, { region: "ap-south-1" }).deliveries).toEqual([]);
  expect(told(stacks, { kind: "role-switch" }).deliveries).toEqual([]);
});

test("nobody is told where no trail logs the event", () => {
  const off = changed(stacks, "signin-trail", "aws_cloudtrail", (body) => ({
    ...body,
    enable_logging: false,
  }));
  expect(told(off)).toMatchObject({
    deliveries: [],
    blockers: [{ rule: "trail-records-too-little" }],
  });
});

test("no recipient is notified of a read-only event, whatever the rule says", () => {
  const sample = findKind("assume-root")?.sample;
  const event = sample && placeSample(sample, { account: MEMBER, region: "us-east-1" });
  const readOnly = event && { ...event, detail: { ...event.detail, readOnly: true } };
  const rulesOf = (from: readonly StackDocument[]): readonly string[] | undefined => {
    const result = readOnly && traceNotifications(inventoryOfStacks(from), readOnly);
    expect(result?.deliveries).toEqual([]);
    return result?.blockers.map(({ rule }) => rule);
  };
  expect(rulesOf(stacks)).toEqual(["trail-selector-mismatch"]);
  // A trail that exists already is taken to log all events.
  const existing = stacks.filter(({ name }) => name !== "signin-trail");
  expect(rulesOf(existing)).toEqual(["notification-rule-without-read-only-events"]);
});

function resourcesOf(type: string): Readonly<Record<string, MutableJson>> {
  const document = stacks.find(({ name }) => name === NOTIFICATIONS)?.document ?? {};
  const resource = document["resource"] as Record<string, Record<string, MutableJson>>;
  return resource[type] ?? {};
}

/** The stacks with other resources of a type. */
function withResources(type: string, resources: MutableJson): readonly StackDocument[] {
  return structuredClone(stacks).map((copy) => {
    if (copy.name !== NOTIFICATIONS) return copy;
    const resource = { ...(copy.document["resource"] as MutableJson), [type]: resources };
    return { ...copy, document: { ...copy.document, resource } };
  });
}

function everyRule(change: (body: MutableJson) => MutableJson): readonly StackDocument[] {
  const rules = Object.entries(resourcesOf(ruleType)).map(([name, body]) => [name, change(body)]);
  return withResources(ruleType, Object.fromEntries(rules) as MutableJson);
}

test("a region that is left out is noticed, and its contacts are told nothing", () => {
  const short = everyRule((body) => ({ ...body, regions: ["eu-central-1", "us-east-1"] }));
  expect(told(short).deliveries).toEqual([]);
  expect(new Set(findingsIn(short))).toEqual(
    new Set(["notification-differs: it leaves out us-east-2"]),
  );
});

test.each<[string, string, (body: MutableJson) => MutableJson | undefined, string]>([
  [
    "a pattern that leaves events out",
    ruleType,
    (body) => ({ ...body, event_pattern: '{"detail":{"eventName":["ConsoleLogin"]}}' }),
    "notification-differs: its event_pattern is not the catalog's",
  ],
  [
    "a pattern that AWS would refuse",
    ruleType,
    (body) => ({ ...body, event_pattern: "{" }),
    "notification-differs: its event_pattern is not the catalog's",
  ],
  [
    "regions that are known later",
    ruleType,
    (body) => ({ ...body, regions: ["${var.region}"] }),
    "value-unknown: regions: var.region",
  ],
  [
    "a rule of another configuration",
    ruleType,
    (body) => ({ ...body, notification_configuration_arn: "arn:aws:notifications::1:x" }),
    "destination-missing: arn:aws:notifications::1:x",
  ],
  [
    "a contact that is not associated",
    associationType,
    () => undefined,
    "unused-resource: it is associated with no configuration",
  ],
  [
    "an association with nobody",
    associationType,
    (body) => ({ ...body, arn: "arn:aws:notifications-contacts::1:emailcontact/x" }),
    "recipients-missing: arn:aws:notifications-contacts::1:emailcontact/x",
  ],
  [
    "a way of gathering that is not known",
    "aws_notifications_notification_configuration",
    (body) => ({ ...body, aggregation_duration: "DAILY" }),
    "value-invalid: aggregation_duration DAILY",
  ],
])("%s is noticed", (_, type, change, finding) => {
  const findings = findingsIn(changed(stacks, NOTIFICATIONS, type, change));
  expect(findings.filter((line) => line.includes(finding))).not.toEqual([]);
});

const without = (type: string): readonly StackDocument[] =>
  stacks.map(({ document, ...stack }) => {
    const types = Object.entries(document["resource"] as object).filter(([name]) => name !== type);
    return { ...stack, document: { ...document, resource: Object.fromEntries(types) } };
  });

test("a rule that is gone is noticed where another takes events of the same kind", () => {
  const rules = Object.entries(resourcesOf(ruleType));
  const lost = rules.find(([, body]) => body["event_type"] === "AWS Service Event via CloudTrail");
  const left = Object.fromEntries(rules.filter((rule) => rule !== lost));
  expect(findingsIn(withResources(ruleType, left))).toEqual([
    'notification-differs: no rule is for aws.signin "AWS Service Event via CloudTrail", which some events of its kinds are',
  ]);
});

test("a configuration without a rule is noticed", () => {
  expect(findingsIn(without(ruleType))).toEqual(["unused-resource: it has no event rule"]);
});

test("a configuration without a contact is noticed", () => {
  const findings = findingsIn(without(associationType));
  expect(findings).toContain("recipients-missing");
  expect(told(without(associationType)).deliveries).toEqual([]);
});
