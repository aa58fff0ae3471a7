import { eventBusArn, onlyWithTls } from "../../../src/aws";
import { forwarderPattern, ruleStateFor } from "../../../src/catalog";
import { heartbeatName, heartbeatSchedule } from "../../../src/guards";
import { resolve } from "../../../src/plan";
import { forwarderName, forwarderQueueName } from "../../../modules/account-forwarder";
import { longestRetry } from "../../../modules/retry-policy";
import { expected, HUB, HUB_REGION, smallOrganization } from "../small-organization";

/** JSON that a test may break. */
export type MutableJson = Record<string, unknown>;

/** A CloudFormation template that a test may break. */
export interface MutableTemplate extends MutableJson {
  Conditions: MutableJson;
  Resources: Record<string, MutableJson & { Properties: MutableJson }>;
}

const prefix = "signin-alerts";
const ROLE_REGION = "us-east-1";
const hubBus = eventBusArn({ account: HUB, region: HUB_REGION }, prefix);
const kinds = resolve(smallOrganization).kinds;
const ruleNames = [forwarderName(prefix), heartbeatName(prefix)];

const target = {
  Id: "hub",
  Arn: hubBus,
  RoleArn: {
    "Fn::If": [
      "IsRoleRegion",
      { "Fn::GetAtt": ["Role", "Arn"] },
      { "Fn::Sub": `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${forwarderName(prefix)}` },
    ],
  },
  DeadLetterConfig: { Arn: { "Fn::GetAtt": ["DeadLetters", "Arn"] } },
  RetryPolicy: {
    MaximumEventAgeInSeconds: longestRetry.maximumEventAgeInSeconds,
    MaximumRetryAttempts: longestRetry.maximumRetryAttempts,
  },
};

const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "ForwardingRulesAssumeRole",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: {
          "aws:SourceArn": ruleNames.map((name) => ({
            "Fn::Sub": `arn:\${AWS::Partition}:events:*:\${AWS::AccountId}:rule/${name}`,
          })),
        },
        StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } },
      },
    },
  ],
};

const permission = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "PutEventsOnHub", Effect: "Allow", Action: "events:PutEvents", Resource: hubBus },
  ],
};

const queueArn = { "Fn::GetAtt": ["DeadLetters", "Arn"] };

const queuePolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "RulesKeepUndeliveredEvents",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: queueArn,
      Condition: {
        ArnEquals: {
          "aws:SourceArn": ["Forward", "Heartbeat"].map((id) => ({ "Fn::GetAtt": [id, "Arn"] })),
        },
      },
    },
    { ...onlyWithTls("sqs:*", ""), Resource: queueArn },
  ],
};

/** The template of a stack set that forwards what an account's stack of its own would. */
export function forwarderTemplate(): MutableTemplate {
  return structuredClone({
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "Forwards console sign-ins to the alert hub",
    Conditions: { IsRoleRegion: { "Fn::Equals": [{ Ref: "AWS::Region" }, ROLE_REGION] } },
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Condition: "IsRoleRegion",
        Properties: {
          RoleName: forwarderName(prefix),
          Description: "Sends sign-in events to the event bus of the alert hub",
          AssumeRolePolicyDocument: trust,
          Policies: [{ PolicyName: "put-events-on-hub", PolicyDocument: permission }],
        },
      },
      DeadLetters: {
        Type: "AWS::SQS::Queue",
        Properties: {
          QueueName: forwarderQueueName(prefix),
          MessageRetentionPeriod: 1_209_600,
          SqsManagedSseEnabled: true,
        },
      },
      DeadLettersPolicy: {
        Type: "AWS::SQS::QueuePolicy",
        Properties: { Queues: [{ Ref: "DeadLetters" }], PolicyDocument: queuePolicy },
      },
      Forward: {
        Type: "AWS::Events::Rule",
        DependsOn: "Role",
        Properties: {
          Name: forwarderName(prefix),
          EventPattern: { ...forwarderPattern(kinds) },
          State: ruleStateFor(kinds),
          Targets: [target],
        },
      },
      Heartbeat: {
        Type: "AWS::Events::Rule",
        DependsOn: ["Role"],
        Properties: {
          Name: heartbeatName(prefix),
          ScheduleExpression: heartbeatSchedule(expected.heartbeatHours ?? 24),
          State: "ENABLED",
          Targets: [target],
        },
      },
    },
  });
}
