import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import { after, foundIn, raised } from "../every-rule/raise";
import { said } from "../said";
import { HUB } from "../small-organization";

const place = `eu-central-1:${HUB}`;
const others = [
  `arn:aws:lambda:${place}:function:pager`,
  `arn:aws:ssm-incidents::${HUB}:response-plan/sign-ins`,
  `arn:aws:ssm:${place}:opsitem:3`,
  `arn:aws:sns:${place}:of-another-stack`,
];

function withActions(change: (actions: readonly unknown[]) => readonly unknown[]) {
  return after("aws_cloudwatch_metric_alarm", /./u, (alarm) => ({
    ...alarm,
    alarm_actions: change([alarm["alarm_actions"]].flat()),
  }));
}

test.each(others)("what an alarm does besides is no finding: %s", (other) => {
  for (const change of [
    (actions: readonly unknown[]) => [...actions, other],
    (actions: readonly unknown[]) => [other, ...actions],
  ]) {
    const stacks = withActions(change);
    expect(foundIn(stacks).map(said)).toEqual([]);
    expect(coverageOf(inventoryOfStacks(stacks)).findings.map(said)).toEqual([]);
  }
});

test("fails where no action is left that notifies recipients", () => {
  const found = raised("aws_cloudwatch_metric_alarm", /Alarm_undelivered/u, {
    alarm_actions: others,
  })();
  expect(found.map(said)).toEqual([`destination-missing: ${others[0] ?? ""}`]);
});

test("fails where one of two topics of the stacks may not be published to", () => {
  const topic = `arn:aws:sns:${place}:signin-alerts`;
  const rules = foundIn(withActions((actions) => [...actions, topic])).map(({ rule }) => rule);
  // The trail's alarms are in another account.
  expect([...new Set(rules)].sort()).toEqual(["different-place", "resource-policy-denies"]);
});
