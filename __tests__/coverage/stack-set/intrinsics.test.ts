import { nameOf, queue } from "./one-stack";

const others = {
  Other: queue("letters"),
  Rule: { Type: "AWS::Events::Rule", Properties: { Name: "forward" } },
  Role: {
    Type: "AWS::IAM::Role",
    Properties: { RoleName: "sender", AssumeRolePolicyDocument: {} },
  },
  Policy: {
    Type: "AWS::SQS::QueuePolicy",
    Properties: { Queues: [{ Ref: "Other" }], PolicyDocument: {} },
  },
  Endless: queue({ "Fn::GetAtt": "Endless.Arn" }),
};
const { Endless: endless, ...known } = others;

test.each<[unknown, string]>([
  [{ Ref: "AWS::Region" }, "eu-west-1"],
  [{ Ref: "AWS::AccountId" }, "333333333333"],
  [{ Ref: "AWS::Partition" }, "aws"],
  [{ Ref: "AWS::URLSuffix" }, "amazonaws.com"],
  [{ Ref: "Rule" }, "forward"],
  [{ Ref: "Role" }, "sender"],
  [{ Ref: "Other" }, "https://sqs.eu-west-1.amazonaws.com/333333333333/letters"],
  [{ "Fn::GetAtt": ["Other", "Arn"] }, "arn:aws:sqs:eu-west-1:333333333333:letters"],
  [{ "Fn::GetAtt": "Rule.Arn" }, "arn:aws:events:eu-west-1:333333333333:rule/forward"],
  [{ "Fn::GetAtt": ["Role", "Arn"] }, "arn:aws:iam::333333333333:role/sender"],
  [{ "Fn::Sub": "a-${AWS::Region}-${Rule}" }, "a-eu-west-1-forward"],
  [{ "Fn::Sub": "${Role.Arn}" }, "arn:aws:iam::333333333333:role/sender"],
  [{ "Fn::Sub": "a-${!AWS::Region}" }, "a-${AWS::Region}"],
  [{ "Fn::Sub": ["${Rule}-${B}", { Rule: "own", B: { Ref: "Role" } }] }, "own-sender"],
  [{ "Fn::Join": ["-", ["a", { Ref: "Rule" }, { "Fn::Sub": "${Role}" }]] }, "a-forward-sender"],
  [{ "Fn::Join": ["", []] }, ""],
])("%j is %s", (written, value) => {
  const found = nameOf({ "Fn::Join": ["", ["x", written]] }, known);
  expect(found).toBe(`x${value}`);
});

const at = "Resources.Q.Properties.QueueName";

test.each<[unknown, string]>([
  [{ Ref: "Gone" }, `${at}.Ref: there is no Gone`],
  [{ Ref: "AWS::StackName" }, `${at}.Ref: there is no AWS::StackName`],
  [{ Ref: ["Rule"] }, `${at}.Ref: it must be the name of a resource or of a pseudo parameter`],
  [{ Ref: "Policy" }, `${at}.Ref: nothing can refer to Policy`],
  [{ Ref: "Q" }, `${at}.Ref: the name of Q refers to itself`],
  [
    { "Fn::GetAtt": ["Rule", "Name"] },
    `${at}.Fn::GetAtt: the attribute Name of Rule is not understood`,
  ],
  [{ "Fn::GetAtt": ["Rule"] }, `${at}.Fn::GetAtt: it must be a resource and an attribute`],
  [
    { "Fn::GetAtt": [{ Ref: "Rule" }, "Arn"] },
    `${at}.Fn::GetAtt: it must be a resource and an attribute`,
  ],
  [{ "Fn::Sub": "${Gone}" }, `${at}.Fn::Sub: there is no Gone`],
  [{ "Fn::Sub": "a-${Rule" }, `${at}.Fn::Sub: the variable at character 2 is not understood`],
  [{ "Fn::Sub": "${}" }, `${at}.Fn::Sub: the variable at character 0 is not understood`],
  [{ "Fn::Sub": ["a"] }, `${at}.Fn::Sub: it must be a text, or a text and a map`],
  [{ "Fn::Sub": ["${A}", { A: 1 }] }, `${at}.Fn::Sub.1.A: it must be a text`],
  [{ "Fn::Join": ["-", { Ref: "Rule" }] }, `${at}.Fn::Join: it must be a delimiter and a list`],
  [{ "Fn::Join": ["-", ["a", ["b"]]] }, `${at}.Fn::Join.1.1: it must be a text`],
  [{ "Fn::If": ["C", "a", "b"] }, `${at}.Fn::If: there is no condition C`],
  [{ "Fn::If": ["C", "a"] }, `${at}.Fn::If: it must be a condition and two values`],
  [{ "Fn::ImportValue": "x" }, `${at}.Fn::ImportValue: this intrinsic function is not understood`],
  [{ Ref: "Rule", More: "x" }, `${at}: Ref does not stand alone`],
  [null, `${at}: null is not allowed in a template`],
])("fails for %j", (written, problem) => {
  expect(nameOf(written, known)).toEqual([problem]);
});

test("fails for a resource whose name refers to itself, and names both", () => {
  expect(nameOf("q", { Endless: endless })).toEqual([
    "Resources.Endless.Properties.QueueName.Fn::GetAtt: the name of Endless refers to itself",
  ]);
});
