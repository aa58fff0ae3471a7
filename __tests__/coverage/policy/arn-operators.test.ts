import { allowsUnder, doubtOf, policyOf, publishRequest, topicStatement } from "./sample-policies";

const KEY = "aws:SourceArn";
const RULE = "arn:aws:events:eu-central-1:111111111111:rule/forward";
const LOGS = "arn:aws:logs:eu-central-1:111111111111:log-group:trail:*";

describe.each(["ArnLike", "ArnEquals"])("%s", (operator) => {
  test.each([
    [RULE, RULE, true],
    ["arn:aws:events:*:111111111111:rule/forward", RULE, true],
    ["arn:aws:events:*:111111111111:rule/*", RULE, true],
    ["arn:aws:events:eu-central-?:111111111111:rule/forward", RULE, true],
    ["arn:*:*:*:*:*", RULE, true],
    ["arn:aws:events:*:111111111111:rule/other", RULE, false],
    ["arn:aws:events:*:111111111111:RULE/forward", RULE, false],
    ["arn:aws:events:*:222222222222:rule/forward", RULE, false],
    ["arn:aws:events:*:111111111111:rule/forward", RULE.replace("rule/", "rule/bus/"), false],
    ["arn:aws:logs:*:111111111111:log-group:*", LOGS, true],
    ["arn:aws:logs:*:111111111111:log-group?trail:*", LOGS, true],
    ["arn:aws:events:*:111111111111:*", "rule/forward", false],
  ])("%s takes %s: %s", (wanted, value, expected) => {
    expect(allowsUnder({ [operator]: { [KEY]: wanted } }, { [KEY]: value })).toBe(expected);
  });

  test("keeps a wildcard in its part, where StringLike lets it pass a colon", () => {
    const wanted = "arn:aws:sns:*:111111111111:finance/*";
    const value = "arn:aws:sns:us-east-2:999999999999:store/a:111111111111:finance/b";
    expect(allowsUnder({ [operator]: { [KEY]: wanted } }, { [KEY]: value })).toBe(false);
    expect(allowsUnder({ StringLike: { [KEY]: wanted } }, { [KEY]: value })).toBe(true);
  });

  test("says nothing of a value of fewer than six parts", () => {
    const policy = policyOf(
      topicStatement({ Condition: { [operator]: { [KEY]: "arn:aws:events:*" } } }),
    );
    const request = publishRequest({ context: { [KEY]: RULE } });
    expect(doubtOf(policy, request)).toMatch(/must be an ARN of six parts/);
  });
});

test.each(["ArnNotLike", "ArnNotEquals"])(
  "%s is the opposite, and true of an absent key",
  (operator) => {
    const condition = { [operator]: { [KEY]: "arn:aws:events:*:111111111111:rule/*" } };
    expect(allowsUnder(condition, { [KEY]: RULE })).toBe(false);
    expect(allowsUnder(condition, { [KEY]: LOGS })).toBe(true);
    expect(allowsUnder(condition, {})).toBe(true);
  },
);

test("IfExists forgives an ARN that is absent", () => {
  expect(allowsUnder({ ArnLike: { [KEY]: RULE } }, {})).toBe(false);
  expect(allowsUnder({ ArnLikeIfExists: { [KEY]: RULE } }, {})).toBe(true);
});
