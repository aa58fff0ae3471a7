/** Values that break a property of CloudFormation, by its name. */
const broken: Readonly<Record<string, readonly unknown[]>> = {
  State: ["DISABLED", "SOMETIMES"],
  EventPattern: [{ source: ["aws.other"] }],
  ScheduleExpression: ["rate(1 minute)"],
  Name: ["other"],
  RoleName: ["other"],
  Id: ["a b"],
  Arn: ["arn:aws:events:eu-central-1:999999999999:event-bus/other"],
  RoleArn: ["arn:aws:iam::999999999999:role/other"],
  MaximumEventAgeInSeconds: [60],
  MaximumRetryAttempts: [0],
  MessageRetentionPeriod: [60],
  Condition: ["Gone"],
  DependsOn: [["Gone"]],
  Type: ["AWS::SNS::Topic"],
  Ref: ["Gone", "AWS::StackName"],
  "Fn::Sub": ["${Gone}"],
  "Fn::GetAtt": [["Gone", "Arn"]],
  Action: ["ec2:RunInstances"],
  Effect: ["Deny"],
  Service: ["ec2.amazonaws.com"],
  Resource: ["arn:aws:sns:eu-west-3:999999999999:other"],
  "aws:SourceArn": ["arn:aws:events:us-east-1:999999999999:rule/other"],
  "aws:SourceAccount": ["999999999999"],
};

/** What may stand at a path instead, so that something is lost. */
export function brokenTemplateValues(path: readonly (string | number)[]): readonly unknown[] {
  const name = String(path.at(-1) ?? "");
  return Object.hasOwn(broken, name) ? (broken[name] ?? []) : [];
}
