import {
  changed,
  INVOKE,
  LAMBDA,
  PERMISSION,
  replace,
  set,
  trace,
  without,
  type Change,
} from "./formatter-organization";

const TOPIC = "arn:aws:sns:eu-central-1:222222222222:signin-alerts";
const POLICY = "aws_iam_role_policy";

test.each<[string, Change, string]>([
  [
    "no permission",
    without(PERMISSION),
    "lambda:InvokeFunction is not allowed: there is no policy",
  ],
  [
    "a permission for other rules",
    replace(PERMISSION, "source_arn", "signin-alerts-*", "other-*"),
    "aws:SourceArn is arn:aws:events:eu-central-1:222222222222:rule/signin-alerts/signin-alerts-root-sign-in",
  ],
  [
    "a permission for another service",
    set(PERMISSION, "principal", "sns.amazonaws.com"),
    "principal is events.amazonaws.com",
  ],
  [
    "a permission for another action",
    set(PERMISSION, "action", "lambda:GetFunction"),
    "action is lambda:InvokeFunction",
  ],
  [
    "a permission for a version",
    set(PERMISSION, "qualifier", "7"),
    "its qualifier is not understood",
  ],
  [
    "a permission for another account",
    set(PERMISSION, "source_account", "333333333333"),
    "aws:SourceAccount",
  ],
  ["a function that is not there", without(LAMBDA), "cannot be resolved"],
  ["another runtime", set(LAMBDA, "runtime", "nodejs18.x"), "its runtime is nodejs18.x"],
  ["another handler", set(LAMBDA, "handler", "other.handler"), "its handler is other.handler"],
  ["too little time", set(LAMBDA, "timeout", 1), "its timeout is 1"],
  ["too little memory", set(LAMBDA, "memory_size", 128), "its memory_size is 128"],
  ["other code", set(LAMBDA, "source_code_hash", "eA=="), "what it does is not known"],
  [
    "a topic of nobody in its environment",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: `${TOPIC}-other` } }),
    "it sends to a topic that is not there",
  ],
  [
    "another topic in its environment",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: `${TOPIC}-operations` } }),
    "sns:Publish is not allowed: statement PublishAlerts",
  ],
  ["no environment", set(LAMBDA, "environment", null), "it is told no topic"],
  [
    "an environment that changes Node.js",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: TOPIC, NODE_OPTIONS: "-r x" } }),
    "its variable NODE_OPTIONS is not understood",
  ],
  [
    "a role of nobody",
    set(LAMBDA, "role", "arn:aws:iam::222222222222:role/x"),
    "its role is not there",
  ],
  [
    "trust in another function",
    replace("aws_iam_role", "assume_role_policy", "function:signin-alerts-format", "function:x"),
    "aws:SourceArn is arn:aws:lambda:eu-central-1:222222222222:function:signin-alerts-format",
  ],
  [
    "trust in another service",
    replace("aws_iam_role", "assume_role_policy", "lambda.amazonaws.com", "ec2.amazonaws.com"),
    "principal is lambda.amazonaws.com",
  ],
  [
    "a role that may not publish",
    replace(POLICY, "policy", "sns:Publish", "sns:Subscribe"),
    "sns:Publish is not allowed",
  ],
  [
    "a role that may not encrypt",
    replace(POLICY, "policy", "kms:GenerateDataKey", "kms:DescribeKey"),
    "kms:GenerateDataKey is not allowed",
  ],
  [
    "a role that may not decrypt",
    replace(POLICY, "policy", "kms:Decrypt", "kms:Encrypt"),
    "kms:Decrypt is not allowed",
  ],
  [
    "a topic that refuses the role",
    replace(
      "aws_sns_topic",
      "policy",
      '"Bool":{"aws:SecureTransport":"false"}',
      '"StringLike":{"aws:PrincipalArn":"*"}',
      "security",
    ),
    "NobodyWithoutTLS",
  ],
  [
    "a key that refuses the account",
    replace("aws_kms_key", "policy", "222222222222:root", "333333333333:root", "security"),
    "kms:GenerateDataKey is not allowed",
  ],
])("fails on %s", (_, change, reason) => {
  const { deliveries, stops } = trace(changed(change));
  expect(deliveries).toEqual([]);
  expect(stops).toHaveLength(1);
  expect(stops[0]?.reason).toContain(reason);
});

test.each<[string, Change, string]>([
  ["no settings of failure", without(INVOKE), "if the function fails nobody is told"],
  ["no destination", set(INVOKE, "destination_config", null), "it has no on_failure"],
  [
    "another destination",
    set(INVOKE, "destination_config", {
      on_failure: { destination: "arn:aws:sqs:eu-central-1:222222222222:q" },
    }),
    "the event goes to arn:aws:sqs:eu-central-1:222222222222:q",
  ],
  ["one attempt", set(INVOKE, "maximum_retry_attempts", 0), "maximum_retry_attempts is 0"],
  ["six hours", set(INVOKE, "maximum_event_age_in_seconds", 21600), "it should be 900"],
])("finds fault with %s, though the event arrives", (_, change, reason) => {
  const { deliveries, findings } = trace(changed(change));
  expect(deliveries).toHaveLength(1);
  expect(findings.map((finding) => finding.reason)).toEqual([expect.stringContaining(reason)]);
});
