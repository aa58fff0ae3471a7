import { coverageOf, inventoryOfStacks, traceWanted, type StackDocument } from "../../src/coverage";
import { findKind, placeSample } from "../../src/catalog";
import { expectationsOf, resolve } from "../../src/plan";
import { after, plain } from "./every-rule/raise";
import { said } from "./said";
import {
  expected,
  HUB,
  HUB_REGION,
  MANAGEMENT,
  MEMBER,
  organizationWith,
  stacksOf,
} from "./small-organization";

const busIn = (region: string) => `arn:aws:events:${region}:${MANAGEMENT}:event-bus/default`;

function findingsOf(stacks: readonly StackDocument[], want = expected): readonly string[] {
  return coverageOf(inventoryOfStacks(stacks), { expected: want }).findings.map(said);
}

/** The stacks, with the forwarding rules of the management account in us-east-1 on a bus. */
function rulesOn(bus: string): readonly StackDocument[] {
  const own = `signin-account-${MANAGEMENT}`;
  const changed = after("aws_cloudwatch_event_rule", /forwarder.*us-east-1/u, {
    event_bus_name: bus,
  });
  return plain.map(
    (stack) => changed.find(({ name }) => name === own && name === stack.name) ?? stack,
  );
}

test("fails on a rule for the event bus of another region, though its ARN is right", () => {
  expect(findingsOf(rulesOn(busIn("us-east-1")))).toEqual([]);
  expect(findingsOf(rulesOn(busIn("us-east-2")))).toContain(
    "different-place: it is in us-east-1, its event bus in us-east-2",
  );
});

/** The stacks, that of the trail in an account. */
function trailIn(account: string): readonly StackDocument[] {
  return plain.map(({ name, document }) => {
    if (name !== "signin-trail") return { name, document };
    const text = JSON.stringify(document).replaceAll(`["${MANAGEMENT}"]`, `["${account}"]`);
    return { name, document: JSON.parse(text) as StackDocument["document"] };
  });
}

const trailElsewhere = /an organization trail in account/u;

test("fails on an organization trail in an account that may not create one", () => {
  expect(findingsOf(trailIn(MEMBER)).filter((text) => trailElsewhere.test(text))).toEqual([
    `different-place: an organization trail in account ${MEMBER}: it must be in ${MANAGEMENT}`,
  ]);
});

test.each<readonly [string, readonly StackDocument[], typeof expected]>([
  ["the management account", plain, expected],
  [
    "the account that the configuration names",
    trailIn(MEMBER),
    { ...expected, trailAccount: MEMBER },
  ],
])("an organization trail may be in %s", (_, stacks, want) => {
  expect(findingsOf(stacks, want).filter((text) => trailElsewhere.test(text))).toEqual([]);
});

test("a topic that exists already is taken at its word by a trace", () => {
  const topicArn = `arn:aws:sns:${HUB_REGION}:${HUB}:theirs`;
  const change = {
    routes: [{ name: "theirs", topicArn, openTopicArn: topicArn }],
    operations: { recipients: ["operations@example.com"] },
  };
  const inventory = inventoryOfStacks(stacksOf(change));
  const want = expectationsOf(resolve(organizationWith(change)));
  const kind = findKind("root-sign-in");
  if (!kind) throw new Error("there is no such kind");
  const event = placeSample(kind.sample, {
    account: MEMBER,
    region: "us-east-1",
  });
  const { deliveries, blockers } = traceWanted(inventory, event, want);
  expect(deliveries.map(({ recipients }) => recipients)).toEqual([[`topic:${topicArn}`]]);
  expect(blockers).toEqual([]);
  expect(coverageOf(inventory, { expected: want }).findings.map(said)).toEqual([]);
});
