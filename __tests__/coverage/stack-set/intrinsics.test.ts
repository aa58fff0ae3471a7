import { madeBy, nameOf, queue } from "./one-stack";

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
};

test.each<[unknown, string]>([
  ["plain", "plain"],
  [{ Ref: "AWS::Region" }, "eu-west-1"],
  [{ Ref: "AWS::AccountId" }, "333333333333"],
  [{ Ref: "AWS::Partition" }, "aws"],
  [{ Ref: "Rule" }, "forward"],
  [{ Ref: "Role" }, "sender"],
  [{ Ref: "Other" }, "https://sqs.eu-west-1.amazonaws.com/333333333333/letters"],
  [{ "Fn::GetAtt": ["Other", "Arn"] }, "arn:aws:sqs:eu-west-1:333333333333:letters"],
  [{ "Fn::GetAtt": ["Rule", "Arn"] }, "arn:aws:events:eu-west-1:333333333333:rule/forward"],
  [{ "Fn::GetAtt": ["Role", "Arn"] }, "arn:aws:iam::333333333333:role/sender"],
  [{ "Fn::Sub": "a-${AWS::Region}-${AWS::Partition}" }, "a-eu-west-1-aws"],
  [{ "Fn::Sub": "nothing to replace" }, "nothing to replace"],
])("%j is %s", (written, value) => {
  expect(nameOf(written, others)).toBe(value);
});

test("Fn::If is the value of the region", () => {
  const template = {
    Conditions: { Here: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] } },
    Resources: { Q: queue({ "Fn::If": ["Here", "here", { "Fn::Sub": "in-${AWS::Region}" }] }) },
  };
  const namesIn = (region: string): unknown =>
    madeBy(template, region).map(({ attributes }) => attributes["name"]);
  expect([namesIn("eu-west-1"), namesIn("us-east-1")]).toEqual([["here"], ["in-us-east-1"]]);
});

const at = "Resources.Q.Properties.QueueName";
const notAnalyzed = "this intrinsic function, or this form of it, is not analyzed";

test.each<[unknown, string]>([
  [{ Ref: "Gone" }, `${at}.Ref: Gone does not exist`],
  [{ Ref: "AWS::StackName" }, `${at}.Ref: AWS::StackName does not exist`],
  [{ Ref: "AWS::URLSuffix" }, `${at}.Ref: AWS::URLSuffix does not exist`],
  [{ Ref: ["Rule"] }, `${at}.Ref: ${notAnalyzed}`],
  [{ Ref: "Policy" }, `${at}.Ref: nothing can refer to Policy`],
  [{ Ref: "Q" }, "Resources: they wait for each other in a circle: Q"],
  [
    { "Fn::GetAtt": ["Rule", "Name"] },
    `${at}.Fn::GetAtt: the attribute Name of Rule is not analyzed`,
  ],
  [{ "Fn::GetAtt": ["Rule"] }, `${at}.Fn::GetAtt: the attribute undefined of Rule is not analyzed`],
  [{ "Fn::GetAtt": "Rule.Arn" }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::GetAtt": [{ Ref: "Rule" }, "Arn"] }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::Sub": "${Gone}" }, `${at}.Fn::Sub: the variable \${Gone} is not analyzed`],
  [{ "Fn::Sub": "${Rule}" }, `${at}.Fn::Sub: the variable \${Rule} is not analyzed`],
  [{ "Fn::Sub": "${Role.Arn}" }, `${at}.Fn::Sub: the variable \${Role.Arn} is not analyzed`],
  [
    { "Fn::Sub": "a-${!AWS::Region}" },
    `${at}.Fn::Sub: the variable \${!AWS::Region} is not analyzed`,
  ],
  [{ "Fn::Sub": "a-${Rule" }, `${at}.Fn::Sub: a variable does not end`],
  [{ "Fn::Sub": "${}" }, `${at}.Fn::Sub: the variable \${} is not analyzed`],
  [{ "Fn::Sub": ["a"] }, `${at}.Fn::Sub: ${notAnalyzed}`],
  [{ "Fn::Sub": ["${A}", { A: "x" }] }, `${at}.Fn::Sub: ${notAnalyzed}`],
  [{ "Fn::Join": ["-", ["a", "b"]] }, `${at}.Fn::Join: ${notAnalyzed}`],
  [{ "Fn::If": ["C", "a", "b"] }, `${at}.Fn::If: the condition C does not exist`],
  [{ "Fn::If": ["C", "a"] }, `${at}.Fn::If: ${notAnalyzed}`],
  [{ "Fn::ImportValue": "x" }, `${at}.Fn::ImportValue: ${notAnalyzed}`],
  ["{{resolve:ssm:/name}}", `${at}: a dynamic reference is not analyzed`],
  [
    { "Fn::Sub": "{{resolve:ssm:/name}}-${AWS::Region}" },
    `${at}.Fn::Sub: a dynamic reference is not analyzed`,
  ],
  [{ Ref: "Rule", More: "x" }, `${at}: Ref does not stand alone`],
  [["a"], `${at}: it must be a text`],
  ["", `${at}: it must be a text`],
  [1, `${at}: it must be a text`],
  [null, `${at}: null is not allowed in a template`],
])("fails for %j", (written, problem) => {
  expect(nameOf(written, others)).toEqual([problem]);
});

test("fails for a reference to a resource whose name is made of another", () => {
  const made = { Made: queue({ "Fn::GetAtt": ["Other", "Arn"] }), ...others };
  expect(nameOf({ Ref: "Made" }, made)).toContain(
    "Resources.Made.Properties.QueueName.Fn::GetAtt: a reference to Other is not analyzed here",
  );
});
