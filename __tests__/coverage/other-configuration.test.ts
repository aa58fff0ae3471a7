import { inventoryOfStacks, otherConfiguration, type StackDocument } from "../../src/coverage";
import { expected, HUB, MANAGEMENT, MEMBER, stacksOf } from "./small-organization";

const plain = stacksOf();

function judged(stacks: readonly StackDocument[]) {
  return otherConfiguration(inventoryOfStacks(stacks), expected);
}

function replaced(from: RegExp, to: string): readonly StackDocument[] {
  const text = JSON.stringify(plain).replace(from, to);
  return JSON.parse(text) as readonly StackDocument[];
}

test.each<readonly [string, () => readonly StackDocument[]]>([
  ["the configuration itself", () => plain],
  ["another name prefix", () => stacksOf({ namePrefix: "other" })],
  ["a hub in another region", () => stacksOf({ hub: { account: HUB, region: "us-east-1" } })],
  ["a hub in another account", () => stacksOf({ hub: { account: MEMBER, region: "us-east-1" } })],
  ["another organization", () => replaced(/o-a1b2c3d4e5/g, "o-zzzzzzzzzz")],
  ["other recipients", () => stacksOf({ recipients: ["other@example.com"] })],
  ["a stack and nothing else", () => plain.slice(-1)],
  ["an account more", () => replaced(new RegExp(MEMBER, "g"), "444444444444")],
  ["no rule at all", () => replaced(/aws_cloudwatch_event_rule/g, "aws_sns_topic")],
  ["all but one of the stacks", () => plain.slice(1)],
  [
    "other routes",
    () => stacksOf({ routes: [{ name: "all", recipients: ["security@example.com"] }] }),
  ],
])("output of %s is judged by the configuration", (_, stacks) => {
  expect(judged(stacks())).toBeUndefined();
});

test("output of other accounts is of another configuration, which is told by account, region and bus", () => {
  const accounts = new RegExp(`${MANAGEMENT}|${HUB}|${MEMBER}`, "g");
  const text = JSON.stringify(plain).replace(accounts, (id) => `9${id.slice(1)}`);
  expect(judged(JSON.parse(text) as readonly StackDocument[])).toEqual({
    found:
      "its hub in 922222222222 eu-central-1 (event bus signin-alerts), 3 accounts (911111111111, 922222222222, 933333333333), organization o-a1b2c3d4e5",
    promised:
      "its hub in 222222222222 eu-central-1, 3 accounts (111111111111, 222222222222, 333333333333), organization o-a1b2c3d4e5",
  });
});

test("output of a second deployment in the same accounts is of another configuration", () => {
  const hub = { account: MEMBER, region: "us-east-1" };
  expect(judged(stacksOf({ hub, namePrefix: "second" }))?.found).toMatch(
    /^its hub in 333333333333 us-east-1 \(event bus second\)/,
  );
});

test("what belongs to no configuration is judged, though it is of other accounts too", () => {
  const strangers = replaced(new RegExp(MEMBER, "g"), "999999999999").map(({ name, document }) => ({
    name: `theirs-${name}`,
    document,
  }));
  expect(judged([...plain, ...strangers])).toBeUndefined();
});
