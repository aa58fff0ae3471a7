import { templateProblems } from "./template-problems";
import type { CloudFormationTemplate } from "../../src/aws/cloudformation";

const sound: CloudFormationTemplate = {
  AWSTemplateFormatVersion: "2010-09-09",
  Description: "A queue and its policy",
  Parameters: { Name: { Type: "String", Description: "Name of the queue" } },
  Conditions: { Here: { "Fn::Equals": [{ Ref: "AWS::Region" }, "us-east-1"] } },
  Resources: {
    Queue: {
      Type: "AWS::SQS::Queue",
      Condition: "Here",
      Properties: { QueueName: { Ref: "Name" } },
    },
    Policy: {
      Type: "AWS::SQS::QueuePolicy",
      DependsOn: ["Queue"],
      Properties: {
        Queues: [{ Ref: "Queue" }],
        PolicyDocument: { Resource: { "Fn::GetAtt": ["Queue", "Arn"] } },
      },
    },
  },
};

function broken(change: (text: string) => string): readonly string[] {
  // Edge: the text was a template before the change.
  return templateProblems(JSON.parse(change(JSON.stringify(sound))) as CloudFormationTemplate);
}

test("a sound template has no problems", () => {
  expect(templateProblems(sound)).toEqual([]);
});

test.each([
  ["an unknown type", "AWS::SQS::QueuePolicy", "AWS::SQS::Policy", "unknown type"],
  ["an unknown property", '"QueueName"', '"Name"', "Name: unknown property"],
  ["a missing property", '"Queues":', '"Queue":', "Queues: required property"],
  ["a value of another type", '[{"Ref":"Queue"}]', '"queue"', "Queues: must be a list"],
  ["a reference to nothing", '{"Ref":"Queue"}', '{"Ref":"Other"}', "Ref to Other"],
  ["an attribute that the type lacks", '"Arn"]', '"Name"]', "Fn::GetAtt of Queue.Name"],
  ["a dependency on nothing", '"DependsOn":["Queue"]', '"DependsOn":["No"]', "waits for No"],
  [
    "a condition that does not exist",
    '"Condition":"Here"',
    '"Condition":"There"',
    "There does not",
  ],
  ["a condition that is not used", '"Condition":"Here",', "", "Here is not used"],
  ["a parameter that is not used", '{"Ref":"Name"}', '"name"', "Name is not used"],
  ["a placeholder taken literally", '{"Ref":"Name"}', '"${AWS::Region}"', "taken literally"],
  ["a substitution of nothing", '{"Ref":"Name"}', '{"Fn::Sub":"name"}', "nothing in name"],
  ["a placeholder of nothing", '{"Ref":"Name"}', '{"Fn::Sub":"${Nothing}"}', "Nothing"],
  ["a function that is not known", '"Fn::GetAtt"', '"Fn::Other"', "Fn::Other"],
  ["a name with a hyphen", '"Policy":{', '"Queue-Policy":{', "letters and digits only"],
  ["a long description", "A queue", "A queue".repeat(200), "Description: too long"],
])("%s is found", (_, before, after, problem) => {
  const problems = broken((text) => text.replace(before, after));
  expect(problems.join("\n")).toContain(problem);
});
