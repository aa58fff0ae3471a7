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

const SLACK = "aws_chatbot_slack_channel_configuration";

test.each<[string, string, unknown]>([
  ["aws_iam_role", "path", "/alerts"],
  ["aws_iam_role", "path", "alerts/"],
  ["aws_lambda_function", "memory_size", 10_241],
  [SLACK, "configuration_name", "sign-in alerts"],
  [SLACK, "configuration_name", "x".repeat(129)],
  [SLACK, "guardrail_policy_arns", ["ReadOnlyAccess"]],
  ["aws_notifications_notification_configuration", "name", "sign/in"],
  ["aws_notificationscontacts_email_contact", "name", "security team"],
])("fails for a %s whose %s is %j, which AWS refuses when it is applied", (type, name, value) => {
  expect(foundWith(type, name, value).join("\n")).toContain(`value-invalid: ${name} must be `);
});

test.each<[string, string, unknown]>([
  ["aws_lambda_function", "memory_size", 10_240],
  [SLACK, "guardrail_policy_arns", ["arn:aws:iam::aws:policy/ReadOnlyAccess"]],
  ["aws_notificationscontacts_email_contact", "name", "security.team-1~x"],
])("a %s whose %s is %j is no finding", (type, name, value) => {
  expect(foundWith(type, name, value)).toEqual([]);
});
