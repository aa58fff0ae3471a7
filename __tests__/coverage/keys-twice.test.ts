import { after, foundIn, raised, replaced } from "./every-rule/raise";
import { problemsOfText } from "./stack-set/one-stack";
import { reportOf } from "./small-organization";
import { said } from "./said";

const RULE = "aws_cloudwatch_event_rule";

test.each([
  ["at the top", /^\{/u, '{"source":["aws.signin"],'],
  ["inside", /"detail":\{/u, '"detail":{"eventName":["ConsoleLogin"],"eventName":["X"],'],
])("fails on a pattern that has a key twice %s, since EventBridge asks for both", (_, from, to) => {
  const found = raised(RULE, /Rule-root-sign-in_/u, (body) => ({
    ...body,
    event_pattern: String(body["event_pattern"]).replace(from, to),
  }))();
  expect(found.map(said).join()).toMatch(/not-analyzed-pattern: .* is there twice/u);
});

test("fails on a policy that has a key twice", () => {
  const change = replaced("policy", /"Effect":"Allow"/gu, '"Effect":"Deny","Effect":"Allow"');
  const found = raised("aws_cloudwatch_event_bus_policy", /./u, change)();
  expect(found.map(said).join()).toContain('has the key "Effect" twice');
});

test("fails on the template of a stack set that has a key twice", () => {
  expect(problemsOfText('{"Resources":{},"Resources":{}}')).toEqual([
    'it has the key "Resources" twice',
  ]);
});

const scheduled = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

test("fails on a heartbeat in a state that EventBridge accepts for patterns only", () => {
  const stacks = after(RULE, /./u, (body) =>
    body["schedule_expression"] === undefined ? body : { ...body, state: scheduled },
  );
  expect(foundIn(stacks).map(said).join()).toContain(
    `accepts ${scheduled} for event patterns only`,
  );
  expect(reportOf(stacks).heartbeats.some(({ arrives }) => arrives)).toBe(false);
});

test("fails on an object inside quotes of a message that is an object", () => {
  const input_transformer = {
    input_paths: { who: "$.detail.userIdentity" },
    input_template: '{"text": "<who>"}',
  };
  const found = raised("aws_cloudwatch_event_target", /Rule-root-sign-in_/u, {
    input_transformer,
  })();
  expect(found.map(said).join()).toContain("an object or array stands inside quotes of an object");
});
