import { coverageOf, inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { isCovered, reportWriters } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { HUB, HUB_REGION, organizationWith, stacksOf } from "./small-organization";

const topicArn = `arn:aws:sns:${HUB_REGION}:${HUB}:security`;
const toTopic: Partial<SignInAlertsProps> = {
  routes: [{ name: "security", topicArn, openTopicArn: topicArn }],
  operations: { recipients: ["security@example.com"] },
};
const bounded: Partial<SignInAlertsProps> = {
  recipients: ["security@example.com"],
  createdRoles: { permissionsBoundary: "company/boundary" },
};

function reportOf(change: Partial<SignInAlertsProps>, stacks: readonly StackDocument[]) {
  const expected = expectationsOf(resolve(organizationWith(change)));
  return coverageOf(inventoryOfStacks(stacks), { expected });
}

const cases = [
  [
    "topic",
    toTopic,
    `the existing topic ${topicArn} accepts what is sent to it, and notifies people`,
  ],
  [
    "permissions boundary",
    bounded,
    "the existing policy company/boundary allows what the roles that it bounds do, in every account",
  ],
] as const;

test.each(cases)("an existing %s is assumed, and every format says so", (_, change, sentence) => {
  const report = reportOf(change, stacksOf(change));
  expect(isCovered(report)).toBe(true);
  expect(report.assumptions).toEqual([sentence]);
  const [beginning = ""] = sentence.split("/");
  for (const { write } of reportWriters) {
    expect(write(report, { colors: false, terraform: "cdktf.out" })).toContain(
      beginning.slice(0, 27),
    );
  }
});

test("what is created is not assumed", () => {
  const plain = { recipients: ["security@example.com"] };
  expect(reportOf(plain, stacksOf(plain)).assumptions).toEqual([]);
});

test("a boundary that no role has is not assumed", () => {
  const plain = { recipients: ["security@example.com"] };
  expect(reportOf(bounded, stacksOf(plain)).assumptions).toEqual([]);
});
