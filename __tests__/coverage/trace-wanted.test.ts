import { findKind, placeSample, type EventEnvelope } from "../../src/catalog";
import { inventoryOfStacks, traceWanted } from "../../src/coverage";
import { traceMarkdown, traceText } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { expected, MEMBER, organizationWith, stacksOf } from "./small-organization";

function eventOf(kind: string, change: (event: EventEnvelope) => EventEnvelope = (event) => event) {
  const sample = findKind(kind)?.sample;
  if (sample === undefined) throw new Error(`no kind is called ${kind}`);
  const place = { account: MEMBER, region: "us-east-1", partition: "aws" } as const;
  return change(placeSample(sample, place));
}

const place = { source: "aws.signin", detailType: "x", account: MEMBER, region: "us-east-1" };

function traced(change: Partial<SignInAlertsProps>, event: EventEnvelope) {
  const want = expectationsOf(resolve(organizationWith(change)));
  const trace = traceWanted(inventoryOfStacks(stacksOf(change)), event, want);
  return {
    trace,
    text: traceText(place, trace, { colors: false }),
    markdown: traceMarkdown(place, trace),
  };
}

test("an event that is to be told of has no silence", () => {
  expect(traced({}, eventOf("root-sign-in")).trace.silence).toBeUndefined();
});

test("of a kind that is off the trace says so, and no pattern", () => {
  const { trace, text } = traced({ kinds: { "role-switch": "off" } }, eventOf("role-switch"));
  expect(trace.silence).toEqual({ reason: "the kind role-switch is off", onPurpose: true });
  expect(text).toContain(
    "✗ no recipient would be notified, on purpose: the kind role-switch is off",
  );
  expect(text.length).toBeLessThan(300);
});

test("of an event that is ignored the trace says so, and not what blocks it", () => {
  const event = eventOf("federated-sign-in");
  const ignored = [{ kinds: ["federated-sign-in"], accounts: [MEMBER], reason: "it is a test" }];
  const inventory = inventoryOfStacks(stacksOf());
  const trace = traceWanted(inventory, event, { ...expected, ignored });
  expect(trace.silence).toEqual({
    reason: "an entry of ignore leaves out this event of federated-sign-in",
    onPurpose: true,
  });
  const blockers = [{ rule: "forwarding-rule-mismatch" as const, detail: "a long pattern" }];
  const markdown = traceMarkdown(place, { ...trace, deliveries: [], blockers });
  expect(markdown).toContain("Not delivered, on purpose: an entry of ignore leaves out");
  expect(markdown).not.toContain("a long pattern");
});

const elsewhere = {
  routes: [
    { name: "all", recipients: ["a@example.com"], accounts: ["111111111111", "222222222222"] },
  ],
};

test("of a kind that no route names in the account the trace says so, and does not call it wanted", () => {
  const { trace, text, markdown } = traced(elsewhere, eventOf("root-sign-in"));
  const reason =
    "no route names the kind root-sign-in in this account; name it in a route, or give the reason in acceptUnrouted";
  expect(trace.silence).toEqual({ reason, onPurpose: false });
  expect(text).toContain(`✗ no recipient would be notified: ${reason}`);
  expect(markdown).toContain("✗ Not delivered: no route names");
  expect(text + markdown).not.toContain("on purpose");
});

test("what no route names is on purpose where the configuration accepts it", () => {
  const acceptUnrouted = [{ accounts: [MEMBER], reason: "a sandbox" }];
  const { trace, text } = traced({ ...elsewhere, acceptUnrouted }, eventOf("root-sign-in"));
  expect(trace.silence).toMatchObject({ onPurpose: true });
  expect(text).toContain(
    "on purpose: no route names the kind root-sign-in in this account; accepted: a sandbox",
  );
});

test.each([true, false])("a kind without any route is on purpose if accepted: %s", (isAccepted) => {
  const { trace } = traced(
    {
      routes: [{ name: "few", recipients: ["a@example.com"], kinds: ["root-sign-in"] }],
      ...(isAccepted && { acceptUnrouted: [{ kinds: ["assume-root"], reason: "seldom" }] }),
    },
    eventOf("assume-root"),
  );
  expect(trace.silence?.onPurpose).toBe(isAccepted);
  expect(trace.silence?.reason).toMatch(/^no route names the kind assume-root; /u);
});

test("steps that several routes share are told once", () => {
  const { trace, text, markdown } = traced(
    {
      routes: ["one", "two", "three"].map((name) => ({
        name,
        recipients: [`${name}@example.com`],
      })),
    },
    eventOf("root-sign-in"),
  );
  expect(trace.deliveries).toHaveLength(3);
  expect(text.match(/✓ forwarding rule/gu)).toHaveLength(1);
  expect(markdown.match(/forwarding rule/gu)?.length).toBe(1);
  expect(text.match(/✓ delivered/gu)).toHaveLength(3);
});
