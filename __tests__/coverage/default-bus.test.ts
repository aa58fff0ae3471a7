import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { AccountForwarder, AlertHub, AlertTopic } from "../../modules";
import { eventBusArn } from "../../src/aws";
import { catalog } from "../../src/catalog";
import { coverageOf, inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { synthesizedStacks } from "../terraform/synthesized-stacks";
import { said } from "./said";

const account = "555555555555";
const region = "us-east-1";

/** One account, whose regions send to the default bus of one of them. */
function stacks(bus = eventBusArn({ account, region }, "default")): readonly StackDocument[] {
  const kinds = catalog.filter(({ name }) => name.startsWith("root-sign-in"));
  return synthesizedStacks((app) => {
    const stack = new TerraformStack(app, "alerts");
    const provider = new AwsProvider(stack, "aws", { region, allowedAccountIds: [account] });
    const place = { account, region };
    const shared = { provider, place, account, namePrefix: "signin-alerts", kinds };
    // Not a mailbox: one topic carries what anybody can cause, too.
    const recipients = [{ protocol: "https", endpoint: "https://events.example.com/x" }] as const;
    const topic = new AlertTopic(stack, "topic", { ...shared, name: "alerts", recipients });
    const existingBus = { name: "default", arn: eventBusArn(place, "default") };
    const routes = [{ topicArn: topic.arn, kinds }];
    new AlertHub(stack, "hub", { ...shared, existingBus, routes });
    const regions = ["eu-central-1", "us-east-2"];
    new AccountForwarder(stack, "forwarder", { ...shared, regions, hubBusArn: bus });
  }).map(({ name, configuration }) => ({ name, document: configuration }));
}

test("the default event bus exists without being created, and alerts may meet on it", () => {
  const { cells, findings } = coverageOf(inventoryOfStacks(stacks()));
  expect(findings.map(said)).toEqual([]);
  expect(cells.filter(({ covered }) => !covered)).toEqual([]);
  expect(new Set(cells.map((cell) => cell.region)).size).toBe(3);
});

test.each([
  [
    "of an account that does not let them in",
    "arn:aws:events:us-east-1:444455556666:event-bus/default",
    "bus-policy-denies",
  ],
  [
    "of a region without rules",
    `arn:aws:events:us-west-2:${account}:event-bus/default`,
    "alert-rule-missing",
  ],
  [
    "that is created nowhere",
    `arn:aws:events:us-east-1:${account}:event-bus/other`,
    "destination-missing",
  ],
])("fails where events are sent to a bus %s", (_, bus, rule) => {
  const { cells } = coverageOf(inventoryOfStacks(stacks(bus)));
  const lost = cells.filter((cell) => cell.region !== region);
  expect(new Set(lost.map(({ blocker }) => blocker?.rule))).toEqual(new Set([rule]));
});
