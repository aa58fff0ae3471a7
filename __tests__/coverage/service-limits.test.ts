import { after } from "./every-rule/raise";
import { everyChannel, organizationWith, reportOf, stacksOf } from "./small-organization";
import { expectationsOf, resolve } from "../../src/plan";
import { said } from "./said";

/** What is found where each resource of a type has another value. */
function foundWith(type: string, name: string, value: unknown): readonly string[] {
  const stacks = after(type, /./u, { [name]: value }, stacksOf(everyChannel));
  const expected = expectationsOf(resolve(organizationWith(everyChannel)));
  return reportOf(stacks, expected).findings.map(said);
}

const ALARM = "aws_cloudwatch_metric_alarm";
const topics = Array.from({ length: 6 }, (_, i) => `arn:aws:sns:eu-central-1:222222222222:own${i}`);
const SLACK = "aws_chatbot_slack_channel_configuration";

test.each<[string, string, unknown]>([
  ["aws_iam_role", "path", "/alerts"],
  ["aws_iam_role", "path", "alerts/"],
  ["aws_lambda_function", "memory_size", 10_241],
  ["aws_sns_topic", "display_name", "x".repeat(101)],
  [ALARM, "ok_actions", topics],
  [SLACK, "configuration_name", "sign-in alerts"],
  [SLACK, "configuration_name", "x".repeat(129)],
  [SLACK, "guardrail_policy_arns", ["ReadOnlyAccess"]],
  [SLACK, "region", "mars-1"],
  [SLACK, "region", "EU-CENTRAL-1"],
  ["aws_notifications_notification_configuration", "name", "sign/in"],
  ["aws_notificationscontacts_email_contact", "name", "security team"],
])("fails for a %s whose %s is %j, which AWS refuses when it is applied", (type, name, value) => {
  expect(foundWith(type, name, value).join("\n")).toContain(`value-invalid: ${name} must be `);
});

const LAMBDA = "aws_lambda_function";
const logging = (config: object) => [{ log_format: "Text", ...config }];

test.each<[string, unknown, string]>([
  ["logging_config", logging({ application_log_level: "INFO" }), "application_log_level needs"],
  ["logging_config", logging({ system_log_level: "WARN" })[0], "system_log_level needs"],
  ["function_name", "x".repeat(65), "function_name must be 0 to 64 characters"],
  ["description", "x".repeat(257), "description must be 0 to 256 characters"],
])("fails for a function whose %s is %j, which Lambda refuses", (name, value, problem) => {
  expect(foundWith(LAMBDA, name, value).join("\n")).toContain(problem);
});

test.each<[string, string, unknown]>([
  [LAMBDA, "logging_config", logging({ log_format: "JSON", system_log_level: "WARN" })],
  [LAMBDA, "logging_config", logging({})],
  [LAMBDA, "tracing_config", [{ mode: "PassThrough" }]],
  ["aws_lambda_function", "memory_size", 10_240],
  ["aws_sns_topic", "display_name", "Sign-in alerts"],
  [ALARM, "ok_actions", ["arn:aws:automate:eu-central-1:ec2:stop", ...topics.slice(2)]],
  [SLACK, "region", "eu-west-1"],
  [SLACK, "region", "eu-central-9"],
  [SLACK, "guardrail_policy_arns", ["arn:aws:iam::aws:policy/ReadOnlyAccess"]],
  ["aws_notificationscontacts_email_contact", "name", "security.team-1~x"],
])("a %s whose %s is %j is no finding", (type, name, value) => {
  expect(foundWith(type, name, value)).toEqual([]);
});
