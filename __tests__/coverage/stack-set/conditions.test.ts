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
  [{ "Fn::Not": [here] }, false],
  [{ "Fn::Not": [{ Condition: "Elsewhere" }] }, true],
  [{ "Fn::And": [here, { Condition: "Here" }] }, true],
  [{ "Fn::And": [here, elsewhere] }, false],
  [{ "Fn::Or": [elsewhere, here] }, true],
  [{ "Fn::Or": [elsewhere, { "Fn::Not": [here] }] }, false],
  [{ "Fn::Equals": [{ "Fn::Sub": "${AWS::Region}-x" }, "eu-west-1-x"] }, true],
])("under %j a resource is made: %j", (condition, isMade) => {
  expect(madeBy(template(condition))).toHaveLength(isMade ? 1 : 0);
});

test("a condition holds in its region only", () => {
  expect(madeBy(template(here), "us-east-1")).toEqual([]);
});

const at = "Conditions.Asked";

test.each<[unknown, string]>([
  [true, `${at}: it must be one condition function`],
  [{}, `${at}: it must be one condition function`],
  [{ "Fn::If": [] }, `${at}.Fn::If: this condition function is not understood`],
  [{ Condition: "Gone" }, `${at}.Condition: there is no condition Gone`],
  [{ Condition: "Asked" }, `${at}.Condition: the condition Asked refers to itself`],
  [{ "Fn::Equals": ["a"] }, `${at}.Fn::Equals: it must be a list of 2`],
  [
    { "Fn::Equals": [{ Ref: "Q" }, "q"] },
    `${at}.Fn::Equals.0.Ref: Q is no pseudo parameter known here`,
  ],
  [
    { "Fn::Equals": [{ "Fn::GetAtt": "Q.Arn" }, "q"] },
    `${at}.Fn::Equals.0.Fn::GetAtt: a condition cannot refer to a resource`,
  ],
  [{ "Fn::Equals": [["a"], "a"] }, `${at}.Fn::Equals.0: it must be a text`],
  [{ "Fn::And": [here] }, `${at}.Fn::And: it must be a list of 2 to 10`],
  // What cannot change the outcome is read all the same.
  [
    { "Fn::Or": [here, { "Fn::Nonsense": 1 }] },
    `${at}.Fn::Or.1.Fn::Nonsense: this condition function is not understood`,
  ],
])("fails for the condition %j", (condition, problem) => {
  expect(problemsOf(template(condition))).toEqual([problem]);
});

test("fails for a condition that no resource uses", () => {
  expect(problemsOf({ Conditions: { Unused: "x" }, Resources: {} })).toEqual([
    "Conditions.Unused: it must be one condition function",
  ]);
});

test("fails for a resource whose condition is not there", () => {
  expect(problemsOf({ Resources: { Q: queue("q", { Condition: "Gone" }) } })).toEqual([
    "Resources.Q.Condition: there is no condition Gone",
  ]);
});

test("fails for a reference to a resource that is not made there", () => {
  const template = {
    Conditions: { Elsewhere: elsewhere },
    Resources: {
      Q: queue("q", { Condition: "Elsewhere" }),
      Other: queue({ "Fn::Sub": "${Q.Arn}" }),
    },
  };
  expect(problemsOf(template)).toEqual([
    "Resources.Other.Properties.QueueName.Fn::Sub: Q is not made in eu-west-1: its condition does not hold",
  ]);
});
