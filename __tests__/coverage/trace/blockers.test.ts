import { MEMBER } from "../small-organization";
import { addressNamed, addressOf, FORWARDER, replace, set, traceAfter } from "./broken";

const TRAIL = "signin-trail";
const forwarding = addressNamed(
  FORWARDER,
  "aws_cloudwatch_event_rule",
  "signin-alerts-forward",
  "aws.us-east-2",
);
const sending = addressOf(
  FORWARDER,
  "aws_cloudwatch_event_target",
  "account-forwarder_us-east-2_Target",
);
const role = addressOf(FORWARDER, "aws_iam_role");
const permission = addressOf(FORWARDER, "aws_iam_role_policy");
const trail = addressOf(TRAIL, "aws_cloudtrail");

test.each([
  [
    "a trail that is off",
    TRAIL,
    trail,
    set("enable_logging", false),
    "trail-records-too-little",
    "",
  ],
  ["a disabled rule", FORWARDER, forwarding, set("state", "DISABLED"), "rule-disabled", ""],
  ["an unknown state", FORWARDER, forwarding, set("state", "ON"), "value-invalid", "state is ON"],
  [
    "a pattern for others",
    FORWARDER,
    forwarding,
    set("event_pattern", '{"source":["aws.ec2"]}'),
    "forwarding-rule-mismatch",
    'its pattern does not match: source is "aws.signin", expected ["aws.ec2"]',
  ],
  [
    "an unknown operator",
    FORWARDER,
    forwarding,
    set("event_pattern", '{"source":[{"regex":".*"}]}'),
    "not-analyzed-pattern",
    "regex",
  ],
  [
    "a target elsewhere",
    FORWARDER,
    sending,
    set("arn", "arn:aws:events:eu-central-1:222222222222:event-bus/x"),
    "destination-missing",
    "event-bus/x",
  ],
  [
    "a target of another kind",
    FORWARDER,
    sending,
    set("arn", "arn:aws:kinesis:us-east-2:1:stream/s"),
    "not-analyzed-target",
    "arn:aws:kinesis:us-east-2:1:stream/s",
  ],
  [
    "what targets of another kind have",
    FORWARDER,
    sending,
    set("kinesis_target", { partition_key_path: "$.id" }),
    "value-invalid",
    "kinesis_target: EventBridge does not accept it for arn:aws:events:",
  ],
  [
    "a target that is known later",
    FORWARDER,
    sending,
    set("arn", "${var.bus}"),
    "value-unknown",
    "arn: var.bus: it is known only where Terraform runs",
  ],
  [
    "a transformer before a bus",
    FORWARDER,
    sending,
    set("input_transformer", { input_template: '"x"' }),
    "target-alters-event",
    "input_transformer before an event bus",
  ],
  ["no role", FORWARDER, sending, set("role_arn", null), "target-role-missing", ""],
  [
    "a role of nobody",
    FORWARDER,
    sending,
    set("role_arn", "arn:aws:iam::333333333333:role/x"),
    "role-missing",
    "arn:aws:iam::333333333333:role/x",
  ],
  [
    "trust in another rule",
    FORWARDER,
    role,
    replace("assume_role_policy", "rule/signin", "rule/other"),
    "role-trust-denies",
    "aws:SourceArn is arn:aws:events:us-east-2:333333333333:rule/signin-alerts-forward",
  ],
  [
    "trust in another account",
    FORWARDER,
    role,
    replace("assume_role_policy", `:"${MEMBER}"`, ':"999999999999"'),
    "role-trust-denies",
    "aws:SourceAccount is 333333333333",
  ],
  [
    "trust in another service",
    FORWARDER,
    role,
    replace("assume_role_policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "role-trust-denies",
    "principal is events.amazonaws.com",
  ],
  [
    "a permissions boundary that is not known",
    FORWARDER,
    role,
    set("permissions_boundary", "arn:aws:iam::333333333333:policy/b"),
    "not-analyzed-policy",
    "permissions_boundary: arn:aws:iam::333333333333:policy/b does not exist here",
  ],
  [
    "permission for another action",
    FORWARDER,
    permission,
    replace("policy", "events:PutEvents", "events:PutRule"),
    "role-permission-denies",
    "action is events:PutEvents",
  ],
  [
    "permission for another bus",
    FORWARDER,
    permission,
    replace("policy", "event-bus/signin-alerts", "event-bus/x"),
    "role-permission-denies",
    "Resource is arn:aws:events",
  ],
])("%s blocks the event at that resource", (_, stack, address, change, rule, detail) => {
  const { deliveries, blockers } = traceAfter(stack, address, change);
  expect(deliveries).toEqual([]);
  expect(blockers).toEqual([
    { rule, resource: { stack, address }, detail: expect.stringContaining(detail) as string },
  ]);
});
