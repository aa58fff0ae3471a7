import { topicKeyStatements, topicStatements } from "../modules/alert-topic/policies";
import { deadLetterIds, deadLetterResources } from "../modules/dead-letter-queue";
import { longestRetry } from "../modules/retry-policy";
import { eventRuleArn, policy, topicArn } from "../src/aws";
import {
  getAtt,
  ref,
  stackPlace,
  substituted,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "../src/aws/cloudformation";
import { inputTransformerFor, patternOf, ruleStateFor, type AlertKind } from "../src/catalog";

/** Name of topic and rule: none that the app uses, which may share the account. */
const name = "root-sign-in-alerts";

/** Nobody but services of AWS creates grants, for resources of AWS: Control Tower's CT.KMS.PR.3. */
const grantsForServicesOnly = {
  Sid: "GrantsForServicesOnly",
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "kms:CreateGrant",
  Resource: "*",
  Condition: {
    BoolIfExists: { "kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false" },
  },
} as const;

const keyStatements = [...topicKeyStatements(stackPlace, "rules"), grantsForServicesOnly];

/** The topic with its key, its policy and the one address that is notified. */
function topicResources(): Readonly<Record<string, CloudFormationResource>> {
  const arn = topicArn(stackPlace, name);
  return {
    Key: {
      Type: "AWS::KMS::Key",
      Properties: {
        Description: `Encrypts alerts in the topic ${name}`,
        EnableKeyRotation: true,
        PendingWindowInDays: 30,
        KeyPolicy: substituted(policy(...keyStatements)),
      },
    },
    Topic: {
      Type: "AWS::SNS::Topic",
      Properties: { TopicName: name, KmsMasterKeyId: getAtt("Key", "Arn") },
    },
    TopicPolicy: {
      Type: "AWS::SNS::TopicPolicy",
      Properties: {
        Topics: [ref("Topic")],
        PolicyDocument: substituted(policy(...topicStatements(stackPlace, arn, "rules"))),
      },
    },
    Subscription: {
      Type: "AWS::SNS::Subscription",
      Properties: { TopicArn: ref("Topic"), Protocol: "email", Endpoint: ref("Email") },
    },
  };
}

/** The rule that writes the message. */
function ruleResource(kind: AlertKind): CloudFormationResource {
  const { inputPaths, inputTemplate } = inputTransformerFor(kind, { partition: "aws" });
  return {
    Type: "AWS::Events::Rule",
    DependsOn: ["TopicPolicy", deadLetterIds.policy],
    Properties: {
      Name: name,
      Description: kind.title,
      EventPattern: patternOf([kind]),
      State: ruleStateFor([kind]),
      Targets: [
        {
          Id: "topic",
          Arn: ref("Topic"),
          InputTransformer: { InputPathsMap: inputPaths, InputTemplate: inputTemplate },
          RetryPolicy: {
            MaximumEventAgeInSeconds: longestRetry.maximumEventAgeInSeconds,
            MaximumRetryAttempts: longestRetry.maximumRetryAttempts,
          },
          DeadLetterConfig: { Arn: getAtt(deadLetterIds.queue, "Arn") },
        },
      ],
    },
  };
}

/**
 * Notifies one address of the root sign-ins of one account, in the region it is deployed in: the first
 * step for a reader who has one account and no Terraform.
 * @see https://repost.aws/knowledge-center/root-user-account-eventbridge-rule
 */
export function rootSignInTemplate(rootSignIn: AlertKind): CloudFormationTemplate {
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description:
      "Mails each sign-in of the root user of this account. Deploy it in us-east-1, and also in us-east-2 and us-west-2: since 2026 AWS records some root sign-ins there. The account needs a CloudTrail trail that logs management events in these regions. Confirm the mail from SNS; until then nobody is told.",
    Parameters: {
      Email: {
        Type: "String",
        Description: "Address that is told of root sign-ins",
        AllowedPattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
        ConstraintDescription: "must be an e-mail address, such as security@example.com",
      },
    },
    Resources: {
      ...topicResources(),
      ...deadLetterResources(`${name}-dead-letters`, [eventRuleArn(stackPlace, name)]),
      Rule: ruleResource(rootSignIn),
    },
  };
}
