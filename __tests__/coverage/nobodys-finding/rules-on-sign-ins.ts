import type { MutableJson } from "../mutation/mutant";
import { HUB } from "../small-organization";

/** Resources by type and label, as they stand in a stack. */
export type OwnResources = Readonly<Record<string, Readonly<Record<string, MutableJson>>>>;

const place = `eu-central-1:${HUB}`;
const function_ = `arn:aws:lambda:${place}:function:orders`;

/** A team's own rule on sign-ins, and where it sends them. */
function signIns(pattern: object, arn: string): OwnResources {
  const signIn = { "detail-type": ["AWS Console Sign In via CloudTrail"], ...pattern };
  return {
    aws_cloudwatch_event_rule: {
      own: { name: "sign-ins", event_pattern: JSON.stringify(signIn) },
    },
    aws_cloudwatch_event_target: {
      own: { rule: "${aws_cloudwatch_event_rule.own.name}", arn },
    },
  };
}

/** Rules of a team on sign-ins, beside those that forward them. */
export const rulesOnSignIns: Readonly<Record<string, OwnResources>> = {
  "a rule on every sign-in to a function": signIns({}, function_),
  "a rule on sign-ins that succeed to a topic": signIns(
    { detail: { responseElements: { ConsoleLogin: ["Success"] } } },
    `arn:aws:sns:${place}:orders`,
  ),
  "a rule on sign-ins to a topic of the stack": {
    ...signIns({ source: ["aws.signin"] }, "${aws_sns_topic.own.arn}"),
    aws_sns_topic: { own: { name: "orders" } },
    aws_sns_topic_subscription: {
      own: {
        topic_arn: "${aws_sns_topic.own.arn}",
        protocol: "email",
        endpoint: "orders@example.com",
      },
    },
  },
  "a rule on sign-ins to a function of the stack": {
    ...signIns({ source: ["aws.signin"] }, "${aws_lambda_function.own.arn}"),
    aws_lambda_function: {
      own: {
        function_name: "orders",
        role: `arn:aws:iam::${HUB}:role/orders`,
        runtime: "python3.13",
        handler: "orders.handler",
        filename: "orders.zip",
      },
    },
    aws_lambda_permission: {
      own: {
        function_name: "${aws_lambda_function.own.function_name}",
        action: "lambda:InvokeFunction",
        principal: "events.amazonaws.com",
        source_arn: "${aws_cloudwatch_event_rule.own.arn}",
      },
    },
  },
  "a rule on sign-ins to a queue": signIns({}, `arn:aws:sqs:${place}:orders`),
  "a rule on sign-ins to a log group": signIns(
    {},
    `arn:aws:logs:${place}:log-group:/aws/events/orders`,
  ),
};
