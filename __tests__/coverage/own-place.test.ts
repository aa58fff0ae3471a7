import type { MutableJson } from "./mutation/mutant";
import { after, foundIn } from "./every-rule/raise";
import { HUB, MANAGEMENT, MEMBER } from "./small-organization";

/** What is found where the pattern of every forwarding rule has fields more. */
function asking(fields: Record<string, unknown>) {
  const change = (body: MutableJson) => {
    const { event_pattern: written } = body;
    if (typeof written !== "string") return body;
    const pattern: unknown = JSON.parse(written);
    return { ...body, event_pattern: JSON.stringify({ ...(pattern as object), ...fields }) };
  };
  return foundIn(after("aws_cloudwatch_event_rule", /account-forwarder/, change));
}
const everyAccount = [MANAGEMENT, HUB, MEMBER];
const everyRegion = ["eu-central-1", "us-east-1", "us-east-2"];

test.each([
  ["account", { account: everyAccount }],
  ["region", { region: everyRegion }],
])(
  "a forwarding rule may name the %s of its default event bus, which all events have",
  (_, fields) => {
    expect(asking(fields)).toEqual([]);
  },
);

test.each([
  ["another account", { account: ["999999999999"] }],
  ["another region", { region: ["eu-west-3"] }],
  ["a field that not all events have", { detail: { eventName: ["ConsoleLogin"] } }],
])("a forwarding rule that names %s leaves events out", (_, fields) => {
  expect(asking(fields)).not.toEqual([]);
});
