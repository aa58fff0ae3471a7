import type { StackDocument } from "../../../src/coverage";
import { after } from "../every-rule/raise";
import { reportOf, stacksOf } from "../small-organization";

function inPlace(stacks: readonly StackDocument[]): readonly string[] {
  return reportOf(stacks)
    .controls.filter(({ isInPlace }) => isInPlace)
    .map(({ name }) => name);
}

const ofSignIns = [
  "sign-in-without-mfa",
  "root-usage",
  "trail-configuration",
  "authentication-failures",
];

test("the controls of sign-in and of the trail are in place by default", () => {
  expect(inPlace(stacksOf())).toEqual(ofSignIns);
});

test("every control is in place where all are asked for, in the order of the benchmark", () => {
  const { controls } = reportOf(stacksOf({ logAlarms: { cis: "all" } }));
  expect(controls.map(({ item, isInPlace }) => [item, isInPlace])).toEqual(
    Array.from({ length: 15 }, (_, i) => [i + 1, true]),
  );
});

test("none is in place where they are off", () => {
  expect(inPlace(stacksOf({ logAlarms: { cis: "off" } }))).toEqual([]);
});

test.each([
  ["the filter", "aws_cloudwatch_log_metric_filter", undefined],
  ["the alarm", "aws_cloudwatch_metric_alarm", undefined],
  ["a topic of the alarm", "aws_cloudwatch_metric_alarm", { alarm_actions: [] }],
  ["the pattern of auditors", "aws_cloudwatch_log_metric_filter", { pattern: "{ $.a = 1 }" }],
  ["the metric of the filter", "aws_cloudwatch_metric_alarm", { metric_name: "Other" }],
])("a control without %s is not in place", (_, type, change) => {
  expect(inPlace(after(type, /root-usage/i, change))).toEqual(
    ofSignIns.filter((name) => name !== "root-usage"),
  );
});
