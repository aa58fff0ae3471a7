import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import type { MutableJson } from "../mutation/mutant";
import { HUB, stacksOf } from "../small-organization";
import { addressOf, traceAfter } from "./broken";
import { changed, trace } from "./formatter-organization";

const HUB_STACK = "signin-hub";
const ROLE = `arn:aws:iam::${HUB}:role/any`;

const withRole = (body: MutableJson): void => {
  body["role_arn"] = ROLE;
};

test("a target that publishes with a role stops the event, for the topic's policy is not asked", () => {
  const address = addressOf(
    HUB_STACK,
    "aws_cloudwatch_event_target",
    "alert-hub_Rule-root-sign-in_",
  );
  const { deliveries, blockers } = traceAfter(HUB_STACK, address, withRole);
  expect(deliveries).toEqual([]);
  expect(blockers).toEqual([
    { rule: "target-role-unneeded", resource: { stack: HUB_STACK, address }, detail: ROLE },
  ]);
});

test("a target that invokes a function with a role stops the event", () => {
  const documents = changed((resources) => {
    Object.values(resources["aws_cloudwatch_event_target"] ?? {}).forEach(withRole);
  });
  const { deliveries, blockers } = trace(documents);
  expect(deliveries).toEqual([]);
  expect(blockers[0]).toMatchObject({ rule: "target-role-unneeded", detail: ROLE });
});

test("a target that writes to a log group with a role stops the heartbeats", () => {
  const stacks = structuredClone(stacksOf());
  const hub = stacks.find(({ name }) => name === HUB_STACK)?.document["resource"];
  const targets = (hub as Record<string, Record<string, MutableJson>>)[
    "aws_cloudwatch_event_target"
  ];
  for (const body of Object.values(targets ?? {})) {
    if (String(body["arn"]).includes("log_group")) withRole(body);
  }
  const { heartbeats } = coverageOf(inventoryOfStacks(stacks));
  expect(heartbeats.filter(({ arrives }) => arrives)).toEqual([]);
  expect(heartbeats[0]?.blocker).toMatchObject({ rule: "target-role-unneeded", detail: ROLE });
});
