import { functionArn, queueArn, topicArn } from "../../aws/arn";
import { functionName } from "../../coverage/resource-types";
import type { TypeGrants } from "../grant";
import { named, passing } from "./targets";

const lambda = named(({ place, text }) => functionArn(place, functionName(text("function_name"))));

/**
 * What alerts are delivered by: Amazon SNS, Amazon SQS and AWS Lambda.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
export const delivery: TypeGrants = {
  aws_sns_topic: [
    {
      on: named(({ place, text }) => topicArn(place, text("name"))),
      plan: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
      deploy: [
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:SetTopicAttributes",
        "sns:TagResource",
        "sns:UntagResource",
      ],
    },
  ],
  aws_sns_topic_subscription: [
    {
      on: named(({ text }) => text("topic_arn")),
      // Since version 5.94 the provider looks whether the topic still has a confirmed subscription.
      plan: ["sns:ListSubscriptionsByTopic"],
      deploy: ["sns:Subscribe"],
    },
    {
      on: "anything in its region",
      plan: ["sns:GetSubscriptionAttributes"],
      deploy: ["sns:SetSubscriptionAttributes", "sns:Unsubscribe"],
    },
  ],
  aws_sqs_queue: [
    {
      on: named(({ place, text }) => queueArn(place, text("name"))),
      plan: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"],
      deploy: [
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
    },
  ],
  aws_lambda_function: [
    {
      on: lambda,
      plan: [
        "lambda:GetFunction",
        "lambda:GetFunctionCodeSigningConfig",
        "lambda:ListVersionsByFunction",
      ],
      deploy: [
        "lambda:CreateFunction",
        "lambda:DeleteFunction",
        "lambda:GetFunctionConfiguration",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
      ],
    },
    passing("role", "lambda.amazonaws.com"),
  ],
  aws_lambda_function_event_invoke_config: [
    {
      on: lambda,
      plan: ["lambda:GetFunctionEventInvokeConfig"],
      deploy: ["lambda:DeleteFunctionEventInvokeConfig", "lambda:PutFunctionEventInvokeConfig"],
    },
  ],
  aws_lambda_permission: [
    {
      on: lambda,
      plan: ["lambda:GetPolicy"],
      deploy: ["lambda:AddPermission", "lambda:RemovePermission"],
    },
  ],
};
