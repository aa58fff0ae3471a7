import { foundIn, more, plain } from "./every-rule/raise";
import { said } from "./said";
import { HUB, MEMBER } from "./small-organization";
import { stackSetStacks } from "./stack-set/stack-set-organization";

const provider = "aws.eu-central-1";
const role = `arn:aws:iam::${HUB}:role/nightly`;
const topic = `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`;
const UUID = "0a1b2c3d-0000-1111-2222-333344445555";

const beside = (type: string, body: object, stacks = plain): readonly string[] =>
  foundIn(more("signin-hub", type, () => ({ provider, ...body }), stacks, "own")).map(said);

const schedule = (call: string, input: unknown) => ({
  schedule_expression: "rate(1 days)",
  flexible_time_window: { mode: "OFF" },
  target: {
    arn: `arn:aws:scheduler:::aws-sdk:${call}`,
    role_arn: role,
    input: typeof input === "string" ? input : JSON.stringify(input),
  },
});
const SCHEDULE = "aws_scheduler_schedule";

describe("fails where a schedule calls", () => {
  test.each<[string, unknown, string]>([
    ["eventbridge:disableRule", { Name: "signin-alerts-forward" }, "signin-alerts-forward"],
    ["cloudwatchevents:deleteRule", { EventBusName: "signin-alerts", Name: "x" }, "signin-alerts"],
    ["eventbridge:putRule", { EventBusName: "signin-alerts", Name: "x" }, "signin-alerts"],
    ["eventbridge:removeTargets", { Rule: "signin-alerts-forward" }, "signin-alerts-forward"],
    ["sns:unsubscribe", { SubscriptionArn: `${topic}:${UUID}` }, topic],
    ["sns:setTopicAttributes", { TopicArn: topic }, topic],
    ["cloudtrail:stopLogging", { Name: "signin-alerts" }, "signin-alerts"],
    [
      "cloudwatch:disableAlarmActions",
      { AlarmNames: ["signin-alerts-flood"] },
      "signin-alerts-flood",
    ],
    ["iam:deleteRolePolicy", { RoleName: "signin-alerts-forward" }, "signin-alerts-forward"],
    [
      "sqs:purgeQueue",
      { QueueUrl: `https://sqs.x/${HUB}/signin-alerts-hub-dead-letters` },
      "signin",
    ],
    ["kms:disableKey", { KeyId: "alias/signin-alerts" }, "signin-alerts"],
    ["sns:unsubscribe", "${aws_sns_topic_subscription.topic_x.arn}", ""],
    ["organizations:leaveOrganization", {}, "organizations:leaveOrganization"],
    ["organizations:attachPolicy", { PolicyId: "p-1" }, "organizations:attachPolicy"],
    ["organizations:closeAccount", { AccountId: MEMBER }, "organizations:closeAccount"],
    ["cloudtrail:putEventSelectors", { TrailName: "signin-alerts" }, "signin-alerts"],
    ["ssm:sendCommand", { Parameters: { Rule: ["signin-alerts-forward"] } }, "signin-alerts-fo"],
    ["sns:setSMSAttributes", { attributes: { MonthlySpendLimit: "0" } }, "sns:setSMSAttributes"],
    ["account:disableRegion", { RegionName: "eu-south-1" }, "account:disableRegion"],
  ])("%s with %j", (call, input, named) => {
    expect(beside(SCHEDULE, schedule(call, input))).toContainEqual(
      expect.stringContaining(`not-analyzed-resource: ${SCHEDULE}: it calls AWS with ${named}`),
    );
  });

  test("the stack of a stack set", () => {
    const input = { StackName: `StackSet-signin-alerts-forward-${UUID}` };
    const found = beside(SCHEDULE, schedule("cloudformation:deleteStack", input), stackSetStacks());
    expect(found).toContainEqual(
      expect.stringContaining("it calls AWS with signin-alerts-forward"),
    );
  });
});

const machine = (call: string) => ({
  name: "own",
  role_arn: role,
  definition: JSON.stringify({
    StartAt: "signin-alerts-forward",
    States: {
      "signin-alerts-forward": {
        Type: "Task",
        Resource: `arn:aws:states:::aws-sdk:${call}`,
        Parameters: { Name: "signin-alerts-forward" },
        End: true,
      },
    },
  }),
});

const step = { action: "aws:executeAwsApi", inputs: { Name: "signin-alerts-forward" } };
const yaml = "mainSteps:\n- action: aws:executeAwsApi\n  inputs: {Name: signin-alerts-forward}\n";

test.each<[string, object]>([
  ["aws_sfn_state_machine", machine("eventbridge:disableRule")],
  ["aws_ssm_document", { name: "own", document_type: "Automation", content: JSON.stringify(step) }],
  ["aws_ssm_document", { name: "own", document_type: "Automation", content: yaml }],
  ["aws_ssm_association", { name: "AWS-Own", parameters: { Rule: "signin-alerts-forward" } }],
  [
    "aws_config_remediation_configuration",
    { config_rule_name: "x", parameter: [{ name: "Rule", static_value: "signin-alerts-forward" }] },
  ],
  [
    "aws_api_gateway_integration",
    {
      uri: "arn:aws:apigateway:eu-central-1:events:action/DisableRule",
      request_templates: { "application/json": '{"Name":"signin-alerts-forward"}' },
    },
  ],
  [
    "aws_cloudwatch_event_target",
    {
      rule: "own",
      arn: `arn:aws:ssm:eu-central-1:${HUB}:automation-definition/Own:$DEFAULT`,
      input: '{"Rule":["signin-alerts-forward"]}',
    },
  ],
])("fails where %s calls AWS with %j", (type, body) => {
  expect(beside(type, body)).toContainEqual(
    `not-analyzed-resource: ${type}: it calls AWS with signin-alerts-forward`,
  );
});

test.each<[string, object]>([
  [SCHEDULE, schedule("ec2:stopInstances", { InstanceIds: ["i-0a1b2c3d4e5f60718"] })],
  [SCHEDULE, schedule("ecs:updateService", { Service: "signin-alerts", DesiredCount: 0 })],
  [SCHEDULE, schedule("eventbridge:disableRule", { Name: "own", EventBusName: "default" })],
  [SCHEDULE, schedule("sns:publish", { TopicArn: `${topic}-own`, Message: "signin-alerts" })],
  [SCHEDULE, schedule("organizations:createAccount", { AccountName: "signin-alerts" })],
  [
    SCHEDULE,
    { ...schedule("sqs:purgeQueue", { QueueUrl: "https://x/own" }), name: "signin-alerts" },
  ],
  ["aws_sfn_state_machine", machine("eventbridge:describeRule")],
  ["aws_sfn_state_machine", machine("ec2:stopInstances")],
  ["aws_ssm_association", { name: "AWS-UpdateSSMAgent", parameters: { version: "latest" } }],
])("of %s that calls AWS with %j nothing is found", (type, body) => {
  expect(beside(type, body)).toEqual([]);
});
