import type { StackDocument } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import { withOtherEvents } from "./every-rule/other-events";
import { HUB, HUB_REGION, organizationWith, reportOf, stacksOf } from "./small-organization";
import { said } from "./said";

const topic = (name: string) => `arn:aws:sns:${HUB_REGION}:${HUB}:${name}`;
const findings = { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] };
const found = (stacks: readonly StackDocument[]) => reportOf(stacks).findings.map(said);

test("a rule that sends other events to the mailboxes of alerts is found, for they may flood them", () => {
  expect(found(withOtherEvents(findings, topic("signin-alerts")))).toEqual([
    `topic-shared-with-other-events: ${topic("signin-alerts")}`,
  ]);
});

test.each([
  ["a topic of its own", topic("orders")],
  ["the topic of what anybody can cause anyway", topic("signin-alerts-open")],
  ["the operations topic", topic("signin-alerts-operations")],
])("one that sends them to %s is not", (_, arn) => {
  expect(found(withOtherEvents(findings, arn))).toEqual([]);
});

test("nor is one where no mailbox is notified, for queues have no such limit", () => {
  const queue = {
    recipients: [`arn:aws:sqs:${HUB_REGION}:${HUB}:alerts`],
    operations: { recipients: ["platform@example.com"] },
  };
  const stacks = withOtherEvents(findings, topic("signin-alerts"), stacksOf(queue));
  const want = expectationsOf(resolve(organizationWith(queue)));
  expect(reportOf(stacks, want).findings.map(said)).toEqual(
    reportOf(stacksOf(queue), want).findings.map(said),
  );
});
