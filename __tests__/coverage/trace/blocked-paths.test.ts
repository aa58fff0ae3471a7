import { traceText } from "../../../src/coverage/report";
import { addressNamed, addressOf, FORWARDER, set, traceAfter } from "./broken";

const HUB = "signin-hub";
const rule = addressOf(HUB, "aws_cloudwatch_event_rule", "alert-hub_Rule-root-sign-in_");
const topic = addressNamed(HUB, "aws_sns_topic", "signin-alerts");
const event = { source: "aws.signin", detailType: "x", account: "333333333333", region: "x" };

test("a path that ends at a rule of the hub shows each step up to the event bus, in order and once", () => {
  const trace = traceAfter(HUB, rule, set("state", "DISABLED"));
  const text = traceText(event, trace, { colors: false });
  const signs = text
    .split("\n")
    .flatMap((line) => /^([✓✗] \S+(?: [a-z]+)*)/u.exec(line)?.[1]?.trim() ?? []);
  expect(signs).toEqual([
    "✓ trail",
    "✓ forwarding rule",
    "✓ target",
    "✓ role trust",
    "✓ role permission",
    "✓ event bus policy",
    "✗ blocked by rule",
    "✗ no recipient would be notified",
  ]);
  expect(text).toContain("    fix: Set state to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
});

test("each blocker of a trace has the steps before it", () => {
  const ends = [
    traceAfter(HUB, rule, set("state", "DISABLED")),
    traceAfter(HUB, topic, set("fifo_topic", true)),
    traceAfter(
      FORWARDER,
      addressOf(FORWARDER, "aws_iam_role", "account-forwarder"),
      set("assume_role_policy", "{}"),
    ),
  ];
  for (const { blockers, blockedPaths = [] } of ends) {
    expect(blockers).not.toEqual([]);
    expect(blockedPaths.map(({ blocker }) => blocker)).toEqual(blockers);
    for (const { hops } of blockedPaths) expect(hops[0]?.name).toBe("trail");
  }
});
