import { catalog, findKind, placeSample } from "../../../src/catalog";
import {
  inventoryOfStacks,
  traceEvent,
  type StackDocument,
  type TraceResult,
} from "../../../src/coverage";
import { signInRecords, otherRecords } from "../../catalog/records";
import { HUB, MEMBER, stacksOf } from "../small-organization";
import { addressOf, FORWARDER, soundTrace, traceAfter, traceOf } from "./broken";
import { said } from "../said";

test("a delivery names every step with its resource, in order", () => {
  const { deliveries, blockers, findings } = soundTrace("root-sign-in");
  expect([blockers, findings]).toEqual([[], []]);
  const [delivery, ...others] = deliveries;
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({
    kind: "root-sign-in",
    severity: "critical",
    topic: `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`,
    recipients: ["email:security@example.com"],
  });
  expect(delivery?.hops.map(({ name, resource }) => [name, resource?.stack])).toEqual([
    ["trail", "signin-trail"],
    ["forwarding rule", FORWARDER],
    ["target", FORWARDER],
    ["role trust", FORWARDER],
    ["role permission", FORWARDER],
    ["event bus policy", "signin-hub"],
    ["alert rule", "signin-hub"],
    ["target", "signin-hub"],
    ["topic policy", "signin-hub"],
    ["key policy", "signin-hub"],
    ["subscription", "signin-hub"],
  ]);
});

test("the account and region of origin are in the mail", () => {
  expect(soundTrace("failed-sign-in").deliveries[0]?.text).toContain(`Account: ${MEMBER}`);
  expect(soundTrace("failed-sign-in").deliveries[0]?.text).toContain("Region: us-east-2");
});

test("an event that AWS sends itself needs no trail", () => {
  const trail = addressOf("signin-trail", "aws_cloudtrail");
  const off = (body: Record<string, unknown>): void => {
    body["enable_logging"] = false;
  };
  expect(traceAfter("signin-trail", trail, off, "region-opt-in").deliveries).toHaveLength(1);
});

/** The trace of a read-only event where a text of the Terraform, which must be there, is replaced. */
function readOnlyTrace(stacks: readonly StackDocument[], from: string, to: string): TraceResult {
  expect(JSON.stringify(stacks)).toContain(from);
  const changed = JSON.stringify(stacks).replaceAll(from, to);
  return traceOf(inventoryOfStacks(JSON.parse(changed) as typeof stacks), "cli-sign-in");
}

describe("a read-only event", () => {
  const kinds = { "cli-sign-in": "on" } as const;
  const advanced = stacksOf({ kinds });
  const plain = stacksOf({ kinds, trail: { type: "create", logDeadLetters: false } });

  test("arrives where rules and trail ask for it", () => {
    for (const stacks of [advanced, plain]) {
      const { deliveries, blockers } = traceOf(inventoryOfStacks(stacks), "cli-sign-in");
      expect([deliveries.length, blockers]).toEqual([1, []]);
    }
  });

  test("is not logged by an event selector for events that write", () => {
    const { deliveries, blockers } = readOnlyTrace(
      plain,
      '"read_write_type":"All"',
      '"read_write_type":"WriteOnly"',
    );
    expect(deliveries).toEqual([]);
    expect(blockers.map(said)).toEqual([
      "trail-selector-mismatch: none logs read-only management events",
    ]);
  });

  test("is not logged by an advanced event selector for events that write", () => {
    const category = '{"equals":["Management"],"field":"eventCategory"}';
    const { deliveries, blockers } = readOnlyTrace(
      advanced,
      category,
      `${category},{"equals":["false"],"field":"readOnly"}`,
    );
    expect(deliveries).toEqual([]);
    expect(blockers.map(said)).toEqual([
      "trail-selector-mismatch: none logs read-only management events",
    ]);
  });

  test("is not logged by an advanced event selector for data events alone", () => {
    const { deliveries, blockers } = readOnlyTrace(advanced, '"Management"', '"Data"');
    expect(deliveries).toEqual([]);
    expect(blockers.map(said)).toEqual([
      "trail-selector-mismatch: none logs read-only management events",
    ]);
  });

  test("is not forwarded by a rule that does not ask for it", () => {
    const state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
    const { deliveries, blockers } = readOnlyTrace(advanced, state, "ENABLED");
    expect(deliveries).toEqual([]);
    expect(blockers[0]?.rule).toBe("rule-without-read-only-events");
  });
});

test("two routes tell two topics, which is no finding", () => {
  const routes = [
    { name: "all", recipients: ["all@example.com"] },
    { name: "root", kinds: ["root-sign-in"], recipients: ["root@example.com"] },
  ];
  const stacks = stacksOf({ routes });
  const result = traceOf(inventoryOfStacks(stacks), "root-sign-in");
  expect(result.deliveries.map((delivery) => delivery.recipients)).toEqual([
    ["email:all@example.com"],
    ["email:root@example.com"],
  ]);
  expect(result.findings).toEqual([]);
});

test("a second rule for the same topic is a finding that names both", () => {
  const other = addressOf(
    "signin-hub",
    "aws_cloudwatch_event_rule",
    "alert-hub_Rule-iam-user-sign-in_",
  );
  const { deliveries, findings } = traceAfter("signin-hub", other, (body) => {
    body["event_pattern"] = '{"source":["aws.signin"]}';
  });
  expect(deliveries).toHaveLength(2);
  expect(findings[0]?.rule).toBe("delivered-twice");
  expect(findings[0]?.detail).toContain("2 times at arn:aws:sns");
  expect(findings[0]?.detail).toContain(other);
  expect(findings[0]?.resource?.address).toMatch(/^aws_sns_topic\./);
});

const accounts = [{ id: "123456789012", name: "one" }];
const everyKind = inventoryOfStacks(
  stacksOf({
    hub: { account: "123456789012", region: "eu-central-1" },
    organization: { id: "o-a1b2c3d4e5", managementAccount: "123456789012" },
    accounts,
    regions: ["us-east-1", "us-east-2", "eu-central-1"],
    kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on" as const])),
  }),
);

// AWS does not say whether CloudTrail marks AssumeRoot read-only.
const readOnlyAssumeRoot = signInRecords.find(
  ({ name }) => name === "assume-root-recorded-as-read-only",
)?.event;
const ownPlace = { account: "123456789012", region: "us-east-1" };

test("an AssumeRoot that is marked as read-only arrives where the trail logs such events", () => {
  const result =
    readOnlyAssumeRoot && traceEvent(everyKind, { ...readOnlyAssumeRoot, ...ownPlace });
  expect(result?.deliveries.map(({ kind }) => kind)).toEqual(["assume-root"]);
});

test.each(
  signInRecords
    .filter(({ name }) => name !== "assume-root-recorded-as-read-only")
    .map(({ name, event }) => [name, event] as const),
)("the recorded event %s is announced once", (_, event) => {
  const result = traceEvent(everyKind, {
    ...event,
    account: "123456789012",
    region: "us-east-1",
  });
  expect(result.blockers).toEqual([]);
  expect(result.deliveries).toHaveLength(1);
});

test.each(otherRecords.map(({ name, event }) => [name, event] as const))(
  "no recipient is notified of %s",
  (_, event) => {
    const result = traceEvent(everyKind, {
      ...event,
      account: "123456789012",
      region: "us-east-1",
    });
    expect(result.deliveries).toEqual([]);
    expect(result.blockers.length).toBeGreaterThan(0);
  },
);

test("an account outside the inventory has no rule", () => {
  const sample = findKind("root-sign-in")?.sample;
  const place = { account: "999999999999", region: "us-east-1" };
  expect(sample && traceEvent(everyKind, placeSample(sample, place)).blockers).toEqual([
    {
      rule: "forwarding-rule-missing",
      detail: "the default event bus of account 999999999999 in us-east-1 has no rule",
    },
  ]);
});
