import { madeBy, nameOf, problemsOf, queue } from "./one-stack";

const others = {
  Other: queue("letters"),
  Rule: {
    Type: "AWS::Events::Rule",
    Properties: { Name: "forward", ScheduleExpression: "rate(1 day)" },
  },
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
  [{ Ref: "AWS::URLSuffix" }, "amazonaws.com"],
  [{ "Fn::GetAtt": "Rule.Arn" }, "arn:aws:events:eu-west-1:333333333333:rule/forward"],
  [{ "Fn::GetAtt": ["Other", "QueueName"] }, "letters"],
  [
    { "Fn::GetAtt": ["Other", "QueueUrl"] },
    "https://sqs.eu-west-1.amazonaws.com/333333333333/letters",
  ],
  [{ "Fn::Sub": "${Rule}-${!Rule}" }, "forward-${Rule}"],
  [{ "Fn::Sub": "${Role.Arn}" }, "arn:aws:iam::333333333333:role/sender"],
  [{ "Fn::Sub": ["${A}-${B}", { A: "x", B: { Ref: "AWS::Region" } }] }, "x-eu-west-1"],
  [{ "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }, 1]] }, "a-eu-west-1-1"],
  [{ "Fn::Join": ["", [{ Ref: "AWS::NoValue" }, "a"]] }, "a"],
  [{ "Fn::Select": [1, ["a", "b"]] }, "b"],
  [{ "Fn::Select": ["0", { "Fn::Split": ["-", { Ref: "AWS::Region" }] }] }, "eu"],
  [1, "1"],
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
const notAnalyzed = "this form of it is not analyzed";

test.each<[unknown, string]>([
  [{ Ref: "Gone" }, `${at}.Ref: Gone does not exist`],
  [{ Ref: "AWS::StackName" }, `${at}.Ref: AWS::StackName is known where it is deployed only`],
  [{ Ref: ["Rule"] }, `${at}.Ref: this intrinsic function is not analyzed`],
  [{ Ref: "Policy" }, `${at}.Ref: nothing can refer to Policy`],
  [{ Ref: "Q" }, "Resources: they wait for each other in a circle: Q"],
  [
    { "Fn::GetAtt": ["Rule", "Name"] },
    `${at}.Fn::GetAtt: the attribute Name of Rule is not analyzed`,
  ],
  [{ "Fn::GetAtt": ["Rule"] }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::GetAtt": "Rule" }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::GetAtt": ["Rule", "Arn", "x"] }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::GetAtt": [{ Ref: "Rule" }, "Arn"] }, `${at}.Fn::GetAtt: ${notAnalyzed}`],
  [{ "Fn::Sub": "${Gone}" }, `${at}.Fn::Sub: Gone does not exist`],
  [
    { "Fn::Sub": "${AWS::StackId}" },
    `${at}.Fn::Sub: AWS::StackId is known where it is deployed only`,
  ],
  [{ "Fn::Sub": "${Role.Name}" }, `${at}.Fn::Sub: the attribute Name of Role is not analyzed`],
  [{ "Fn::Sub": "a-${Rule" }, `${at}.Fn::Sub: a variable does not end`],
  [{ "Fn::Sub": "${}" }, `${at}.Fn::Sub:  does not exist`],
  [{ "Fn::Sub": ["a"] }, `${at}.Fn::Sub: it must be a list of 2`],
  [{ "Fn::Sub": [1, {}] }, `${at}.Fn::Sub: ${notAnalyzed}`],
  [{ "Fn::Join": ["-", "a"] }, `${at}.Fn::Join.1: it must be a list`],
  [{ "Fn::Join": [1, ["a"]] }, `${at}.Fn::Join.0: it must be a text`],
  [{ "Fn::Join": ["-", [["a"]]] }, `${at}.Fn::Join.1.0: it must be a text`],
  [{ "Fn::Select": [2, ["a", "b"]] }, `${at}.Fn::Select: the list has no entry 2`],
  [{ "Fn::Select": [-1, ["a", "b"]] }, `${at}.Fn::Select: the list has no entry -1`],
  [{ "Fn::Split": ["", "a"] }, `${at}.Fn::Split.0: it must be a text`],
  [{ "Fn::Split": ["-", "a-b"] }, `${at}: it must be a text`],
  [{ "Fn::FindInMap": ["A", "b", "c"] }, `${at}.Fn::FindInMap: Mappings have no value at A, b, c`],
  [{ "Fn::If": ["C", "a", "b"] }, `${at}.Fn::If: the condition C does not exist`],
  [{ "Fn::If": ["C", "a"] }, `${at}.Fn::If: it must be a list of 3, a condition first`],
  [{ "Fn::ImportValue": "x" }, `${at}.Fn::ImportValue: this intrinsic function is not analyzed`],
  ["{{resolve:ssm:/name}}", `${at}: a dynamic reference is not analyzed`],
  [
    { "Fn::Sub": "{{resolve:ssm:/name}}-${AWS::Region}" },
    `${at}.Fn::Sub: a dynamic reference is not analyzed`,
  ],
  [{ Ref: "Rule", More: "x" }, `${at}: Ref does not stand alone`],
  [["a"], `${at}: it must be a text`],
  ["", `${at}: it must be a text`],
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

test("Mappings and parameters give values, by the region and as the stack set sets them", () => {
  const template = {
    Parameters: { Prefix: { Type: "String", Default: "usual", AllowedValues: ["usual", "other"] } },
    Mappings: { Names: { "eu-west-1": { Queue: "ireland" } } },
    Resources: {
      Q: queue({
        "Fn::Sub": [
          "${Prefix}-${Name}",
          { Name: { "Fn::FindInMap": ["Names", { Ref: "AWS::Region" }, "Queue"] } },
        ],
      }),
    },
  };
  const names = (parameters?: Readonly<Record<string, string>>) =>
    madeBy(template, "eu-west-1", parameters).map(({ attributes }) => attributes["name"]);
  expect(names()).toEqual(["usual-ireland"]);
  expect(names({ Prefix: "other" })).toEqual(["other-ireland"]);
  expect(() => names({ Prefix: "third" })).toThrow("its value is not one of AllowedValues: third");
  expect(() => names({ Gone: "x" })).toThrow("Parameters.Gone: the stack set gives it a value");
});

test.each([
  [{ Type: "String" }, "Parameters.P: it has no value"],
  [{ Type: "Number", Default: "x" }, "Parameters.P: its value is not a number: x"],
  [{ Type: "AWS::SSM::Parameter::Value<String>", Default: "x" }, "Parameters.P.Type: "],
  [{ Type: "String", Default: "x", AllowedPattern: "y" }, "Parameters.P.AllowedPattern is not"],
])("fails for the parameter %j", (parameter, problem) => {
  const template = { Parameters: { P: parameter }, Resources: { Q: queue("q") } };
  expect(problemsOf(template).join("\n")).toContain(problem);
});

test("a property without a value is a property that is not written", () => {
  const template = {
    Conditions: { Here: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] } },
    Resources: {
      Q: {
        Type: "AWS::SQS::Queue",
        Properties: {
          QueueName: "q",
          MessageRetentionPeriod: { "Fn::If": ["Here", "60", { Ref: "AWS::NoValue" }] },
        },
      },
    },
  };
  const kept = (region: string): unknown =>
    madeBy(template, region).map(({ attributes }) => attributes["message_retention_seconds"]);
  expect([kept("eu-west-1"), kept("us-east-1")]).toEqual([[60], [undefined]]);
});
