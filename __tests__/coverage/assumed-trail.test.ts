import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { isCovered, reportWriters } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { organizationWith, stacksOf } from "./small-organization";

const existing = { trail: { type: "existing" as const } };
const sentence = /an existing organization trail logs the management events that alerts need/u;

function reportOf(change: Partial<SignInAlertsProps>, isKnown = true) {
  return coverageOf(inventoryOfStacks(stacksOf(change)), {
    ...(isKnown && { expected: expectationsOf(resolve(organizationWith(change))) }),
  });
}

const writers = reportWriters.map(({ name, write }) => [name, write] as const);

test.each(writers)("%s says that an existing trail is assumed, and not checked", (_, write) => {
  const style = { colors: false, terraform: "cdktf.out" };
  const report = reportOf(existing);
  expect(isCovered(report)).toBe(true);
  expect(write(report, style)).toMatch(sentence);
  expect(write(reportOf({}), style)).not.toMatch(sentence);
});

test("without a configuration, stacks that hold no trail assume one, and those with a trail do not", () => {
  expect(reportOf(existing, false).assumptions).toEqual([expect.stringMatching(sentence)]);
  expect(reportOf({}, false).assumptions).toEqual([]);
});
