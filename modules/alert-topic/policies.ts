import { accountRootArn, onlyWithTls, type ArnPlace, type PolicyStatement } from "../../src/aws";

/** What publishes to a topic: EventBridge rules, CloudWatch alarms, or both. */
export type Publisher = "rules" | "alarms" | "both";

const services: Readonly<Record<Publisher, readonly string[]>> = {
  rules: ["events.amazonaws.com"],
  alarms: ["cloudwatch.amazonaws.com"],
  both: ["events.amazonaws.com", "cloudwatch.amazonaws.com"],
};

function eventBridgePublishes(topicArn: string): PolicyStatement {
  return {
    Sid: "EventBridgePublishes",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn,
  };
}

function alarmsPublish({ account }: ArnPlace, topicArn: string): PolicyStatement {
  return {
    Sid: "CloudWatchAlarmsPublish",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn,
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  };
}

/**
 * Who may publish. EventBridge gets no condition: its guide states that topic policies may not have
 * one, while the guide of SNS shows one; without it no alert can be lost.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
export function topicStatements(
  place: ArnPlace,
  topicArn: string,
  publisher: Publisher,
): readonly PolicyStatement[] {
  return [
    {
      // A topic policy replaces the default one, which lets the owner manage the topic.
      Sid: "OwnerManagesTopic",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(place) },
      Action: [
        "sns:GetTopicAttributes",
        "sns:SetTopicAttributes",
        "sns:AddPermission",
        "sns:RemovePermission",
        "sns:DeleteTopic",
        "sns:Subscribe",
        "sns:ListSubscriptionsByTopic",
        "sns:Publish",
      ],
      Resource: topicArn,
    },
    ...(publisher === "alarms" ? [] : [eventBridgePublishes(topicArn)]),
    ...(publisher === "rules" ? [] : [alarmsPublish(place, topicArn)]),
    onlyWithTls("sns:Publish", topicArn),
  ];
}

/**
 * Who may use the key. The services get no source condition: it is not supported for them here.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export function topicKeyStatements(
  place: ArnPlace,
  publisher: Publisher,
): readonly PolicyStatement[] {
  return [
    {
      Sid: "AccountAdministersKey",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(place) },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "ServicesEncryptAlerts",
      Effect: "Allow",
      Principal: { Service: services[publisher] },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
    },
  ];
}
