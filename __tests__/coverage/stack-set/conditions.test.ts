import { madeBy, problemsOf, queue } from "./one-stack";

const here = { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] };
const elsewhere = { "Fn::Equals": ["us-east-1", { Ref: "AWS::Region" }] };

function template(condition: unknown): object {
  return {
    Conditions: { Here: here, Elsewhere: elsewhere, Asked: condition },
    Resources: { Q: queue("q", { Condition: "Asked" }) },
  };
}

test.each<[unknown, boolean]>([
  [here, true],
  [elsewhere, false],
  [{ "Fn::Equals": [{ "Fn::Sub": "${AWS::Region}-x" }, "eu-west-1-x"] }, true],
  [{ "Fn::Not": [here] }, false],
  [{ "Fn::Not": [{ Condition: "Elsewhere" }] }, true],
  [{ "Fn::And": [here, elsewhere] }, false],
  [{ "Fn::And": [here, { "Fn::Not": [elsewhere] }] }, true],
  [{ "Fn::Or": [elsewhere, here] }, true],
  [{ "Fn::Or": [elsewhere, { "Fn::Not": [here] }] }, false],
  [{ Condition: "Here" }, true],
  [{ "Fn::Equals": [1, "1"] }, true],
])("under %j a resource is made: %j", (condition, isMade) => {
  expect(madeBy(template(condition))).toHaveLength(isMade ? 1 : 0);
});

test("a condition holds in its region only", () => {
  expect(madeBy(template(here), "us-east-1")).toEqual([]);
});

const at = "Conditions.Asked";
const notAnalyzed = `${at}: this form of a condition is not analyzed`;

test.each<[unknown, string]>([
  [true, notAnalyzed],
  [{}, notAnalyzed],
  [{ ...here, ...{ "Fn::Not": [here] } }, notAnalyzed],
  [{ "Fn::If": [] }, notAnalyzed],
  [{ "Fn::Not": [here, here] }, `${at}.Fn::Not: it must be a list of 1`],
  [{ "Fn::And": [here] }, `${at}.Fn::And: it must be a list of 2 to 10`],
  [{ "Fn::Or": here }, `${at}.Fn::Or: it must be a list of 2 to 10`],
  [{ "Fn::Or": [here, true] }, `${at}.Fn::Or.1: this form of a condition is not analyzed`],
  [{ Condition: "Gone" }, `${at}.Condition: the condition Gone does not exist`],
  [{ Condition: "Asked" }, `${at}.Condition: the condition Asked needs itself`],
  [
    { "Fn::Not": [{ Condition: "Asked" }] },
    `${at}.Fn::Not.0.Condition: the condition Asked needs itself`,
  ],
  [{ "Fn::Equals": ["a"] }, `${at}.Fn::Equals: it must be a list of 2`],
  [
    { "Fn::Equals": [{ Ref: "Q" }, "q"] },
    `${at}.Fn::Equals.0.Ref: a reference to Q is not analyzed here`,
  ],
  [
    { "Fn::Equals": [{ "Fn::GetAtt": ["Q", "Arn"] }, "q"] },
    `${at}.Fn::Equals.0.Fn::GetAtt: a reference to Q is not analyzed here`,
  ],
  [
    { "Fn::Equals": [{ "Fn::If": ["Asked", "a", "b"] }, "a"] },
    `${at}.Fn::Equals.0.Fn::If: the condition Asked needs itself`,
  ],
  [{ "Fn::Equals": [["a"], "a"] }, `${at}.Fn::Equals.0: it must be a text`],
])("fails for the condition %j", (condition, problem) => {
  expect(problemsOf(template(condition))).toEqual([problem]);
});

test("fails for a condition that no resource uses", () => {
  expect(problemsOf({ Conditions: { Unused: "x" }, Resources: {} })).toEqual([
    "Conditions.Unused: this form of a condition is not analyzed",
  ]);
});

test("fails for a resource whose condition does not exist", () => {
  expect(problemsOf({ Resources: { Q: queue("q", { Condition: "Gone" }) } })).toEqual([
    "Resources.Q.Condition: the condition Gone does not exist",
  ]);
});

test("fails for a reference to a resource that is not created there", () => {
  const template = {
    Conditions: { Elsewhere: elsewhere },
    Resources: {
      Q: queue("q", { Condition: "Elsewhere" }),
      Other: queue({ "Fn::GetAtt": ["Q", "Arn"] }),
    },
  };
  expect(problemsOf(template)).toEqual([
    "Resources.Other.Properties.QueueName.Fn::GetAtt: Q is not created in eu-west-1: its condition does not hold",
  ]);
});
