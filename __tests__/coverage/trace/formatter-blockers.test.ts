import type { RuleId } from "../../../src/coverage";
import {
  changed,
  INVOKE,
  LAMBDA,
  own,
  PERMISSION,
  replace,
  set,
  trace,
  without,
  type Change,
} from "./formatter-organization";

const TOPIC = "arn:aws:sns:eu-central-1:222222222222:signin-alerts";
const POLICY = "aws_iam_role_policy";

test.each<[string, Change, RuleId, string]>([
  [
    "no permission",
    without(PERMISSION),
    "resource-policy-denies",
    "lambda:InvokeFunction is not allowed: there is no policy",
  ],
  [
    "a permission for other rules",
    replace(PERMISSION, "source_arn", "signin-alerts-*", "other-*"),
    "resource-policy-denies",
    "aws:SourceArn is arn:aws:events:eu-central-1:222222222222:rule/signin-alerts/signin-alerts-root-sign-in",
  ],
  [
    "a permission for another service",
    set(PERMISSION, "principal", "sns.amazonaws.com"),
    "resource-policy-denies",
    "principal is events.amazonaws.com",
  ],
  [
    "a permission for another action",
    set(PERMISSION, "action", "lambda:GetFunction"),
    "resource-policy-denies",
    "action is lambda:InvokeFunction",
  ],
  ["a permission for a version", set(PERMISSION, "qualifier", "7"), "resource-policy-denies", ""],
  [
    "a permission for another account",
    set(PERMISSION, "source_account", "333333333333"),
    "resource-policy-denies",
    "aws:SourceAccount",
  ],
  [
    "a function that is not there",
    without(LAMBDA),
    "value-unknown",
    "there is no aws_lambda_function",
  ],
  [
    "another runtime",
    set(LAMBDA, "runtime", "nodejs18.x"),
    "function-differs",
    "runtime is nodejs18.x",
  ],
  [
    "another handler",
    set(LAMBDA, "handler", "other.handler"),
    "function-differs",
    "handler is other.handler",
  ],
  [
    "no function that may run at a time",
    set(LAMBDA, "reserved_concurrent_executions", 0),
    "function-differs",
    "reserved_concurrent_executions is 0",
  ],
  ["too little time", set(LAMBDA, "timeout", 1), "function-differs", "timeout is 1"],
  ["too little memory", set(LAMBDA, "memory_size", 128), "function-differs", "memory_size is 128"],
  ["other code", set(LAMBDA, "source_code_hash", "eA=="), "function-differs", "source_code_hash"],
  [
    "a topic of nobody in its environment",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: `${TOPIC}-other` } }),
    "destination-missing",
    `${TOPIC}-other`,
  ],
  [
    "another topic in its environment",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: `${TOPIC}-operations` } }),
    "role-permission-denies",
    "sns:Publish is not allowed: statement PublishAlerts",
  ],
  [
    "no environment",
    set(LAMBDA, "environment", null),
    "function-differs",
    "it has no variable TOPIC_ARN",
  ],
  [
    "an environment that changes Node.js",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: TOPIC, NODE_OPTIONS: "-r x" } }),
    "not-analyzed-setting",
    "its variable NODE_OPTIONS",
  ],
  [
    "an environment that changes where the AWS SDK calls",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: TOPIC, AWS_ENDPOINT_URL_SNS: "x" } }),
    "not-analyzed-setting",
    "its variable AWS_ENDPOINT_URL_SNS",
  ],
  [
    "a variable of a name that Lambda refuses",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: TOPIC, "a-b": "x" } }),
    "value-invalid",
    "its variable a-b: Lambda does not accept the name",
  ],
  [
    "more variables than Lambda accepts",
    set(LAMBDA, "environment", { variables: { TOPIC_ARN: TOPIC, NOTE: "x".repeat(4096) } }),
    "value-invalid",
    "Lambda accepts 4096",
  ],
  [
    "tracing that its role does not allow",
    set(LAMBDA, "tracing_config", [{ mode: "Active" }]),
    "function-differs",
    "its role does not allow",
  ],
  [
    "a role of nobody",
    set(LAMBDA, "role", "arn:aws:iam::222222222222:role/x"),
    "role-missing",
    "arn:aws:iam::222222222222:role/x",
  ],
  [
    "trust in another function",
    replace("aws_iam_role", "assume_role_policy", "function:signin-alerts-format", "function:x"),
    "role-trust-denies",
    "aws:SourceArn is arn:aws:lambda:eu-central-1:222222222222:function:signin-alerts-format",
  ],
  [
    "trust in another service",
    replace("aws_iam_role", "assume_role_policy", "lambda.amazonaws.com", "ec2.amazonaws.com"),
    "role-trust-denies",
    "principal is lambda.amazonaws.com",
  ],
  [
    "a role that may not publish",
    replace(POLICY, "policy", "sns:Publish", "sns:Subscribe"),
    "role-permission-denies",
    "sns:Publish is not allowed",
  ],
  [
    "a role that may not encrypt",
    replace(POLICY, "policy", "kms:GenerateDataKey", "kms:DescribeKey"),
    "role-permission-denies",
    "kms:GenerateDataKey is not allowed",
  ],
  [
    "a role that may not decrypt",
    replace(POLICY, "policy", "kms:Decrypt", "kms:Encrypt"),
    "role-permission-denies",
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
    "resource-policy-denies",
    "NobodyWithoutTLS",
  ],
  [
    "a key that refuses the account",
    replace("aws_kms_key", "policy", "222222222222:root", "333333333333:root", "security"),
    "key-policy-denies",
    "kms:GenerateDataKey is not allowed",
  ],
])("fails on %s", (_, change, rule, detail) => {
  const { deliveries, blockers } = trace(changed(change));
  expect(deliveries).toEqual([]);
  expect(blockers).toHaveLength(1);
  expect(blockers[0]?.rule).toBe(rule);
  expect(blockers[0]?.detail).toContain(detail);
});

/** Denies the function's role everything where a condition on the calling function holds. */
const deniedFrom =
  (operator: string, value: string): Change =>
  (resources) => {
    const body = own(resources, POLICY);
    // Edge: a policy that the package wrote.
    const policy = JSON.parse(String(body["policy"])) as { Statement: object[] };
    const condition = { [operator]: { "lambda:SourceFunctionArn": value } };
    policy.Statement.push({ Effect: "Deny", Action: "*", Resource: "*", Condition: condition });
    body["policy"] = JSON.stringify(policy);
  };

test("what is denied to another function alone arrives, what may be denied to this one is not known", () => {
  const other = deniedFrom("ArnEquals", "arn:aws:lambda:*:222222222222:function:other");
  expect(trace(changed(other)).deliveries).toHaveLength(1);
  const each = trace(changed(deniedFrom("ArnLike", "arn:aws:lambda:*:*:function:*")));
  expect(each.blockers.map(({ rule }) => rule)).toEqual(["not-analyzed-policy"]);
});

test.each<[string, Change, RuleId, string]>([
  ["no settings of failure", without(INVOKE), "function-fallback-missing", "it has no destination"],
  [
    "no destination",
    set(INVOKE, "destination_config", null),
    "function-fallback-missing",
    "it has no on_failure",
  ],
  [
    "another destination",
    set(INVOKE, "destination_config", {
      on_failure: { destination: "arn:aws:sqs:eu-central-1:222222222222:q" },
    }),
    "function-fallback-missing",
    "the event goes to arn:aws:sqs:eu-central-1:222222222222:q",
  ],
  [
    "one attempt",
    set(INVOKE, "maximum_retry_attempts", 0),
    "retry-differs",
    "maximum_retry_attempts is 0",
  ],
  [
    "six hours",
    set(INVOKE, "maximum_event_age_in_seconds", 21600),
    "retry-differs",
    "maximum_event_age_in_seconds is 21600, it should be 900",
  ],
])("finds fault with %s, though the event arrives", (_, change, rule, detail) => {
  const { deliveries, findings } = trace(changed(change));
  expect(deliveries).toHaveLength(1);
  expect(findings).toMatchObject([{ rule, detail: expect.stringContaining(detail) as string }]);
});
