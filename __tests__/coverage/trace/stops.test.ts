import { catalog } from "../../../src/catalog";
import type { MutableJson } from "../mutation/mutant";
import { MEMBER } from "../small-organization";
import { addressNamed, addressOf, FORWARDER, traceAfter } from "./broken";

const kindsOn = catalog.filter(({ onByDefault }) => onByDefault).length;

const HUB = "signin-hub";
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
const busPolicy = addressOf(HUB, "aws_cloudwatch_event_bus_policy");
const alertRule = addressOf(HUB, "aws_cloudwatch_event_rule", "alert-hub_Rule-root-sign-in_");
const alertTarget = addressOf(HUB, "aws_cloudwatch_event_target", "alert-hub_Rule-root-sign-in_");
const topic = addressNamed(HUB, "aws_sns_topic", "signin-alerts");
const key = addressOf(HUB, "aws_kms_key", "topic_");
const subscription = addressOf(HUB, "aws_sns_topic_subscription", "topic_");
const trail = addressOf(TRAIL, "aws_cloudtrail");

const set =
  (name: string, value: unknown) =>
  (body: MutableJson): void => {
    body[name] = value;
  };
const replace =
  (name: string, from: string, to: string) =>
  (body: MutableJson): void => {
    body[name] = String(body[name]).replaceAll(from, to);
  };

test.each([
  ["a trail that is off", TRAIL, trail, set("enable_logging", false), "enable_logging is false"],
  ["a disabled rule", FORWARDER, forwarding, set("state", "DISABLED"), "it is DISABLED"],
  ["an unknown state", FORWARDER, forwarding, set("state", "ON"), "its state is not known: ON"],
  [
    "a pattern for others",
    FORWARDER,
    forwarding,
    set("event_pattern", '{"source":["aws.ec2"]}'),
    'its pattern does not match: source is "aws.signin", expected ["aws.ec2"]',
  ],
  [
    "an unknown operator",
    FORWARDER,
    forwarding,
    set("event_pattern", '{"source":[{"regex":".*"}]}'),
    "its event pattern is not understood",
  ],
  [
    "a target elsewhere",
    FORWARDER,
    sending,
    set("arn", "arn:aws:events:eu-central-1:222222222222:event-bus/x"),
    "an event bus that is not there",
  ],
  [
    "a target of another kind",
    FORWARDER,
    sending,
    set("arn", "arn:aws:kinesis:us-east-2:1:stream/s"),
    "this kind of target is not understood",
  ],
  [
    "a target that is known later",
    FORWARDER,
    sending,
    set("arn", "${var.bus}"),
    "arn cannot be resolved: var.bus: it is known only where Terraform runs",
  ],
  [
    "a transformer before a bus",
    FORWARDER,
    sending,
    set("input_transformer", { input_template: '"x"' }),
    "takes no input_transformer",
  ],
  ["no role", FORWARDER, sending, set("role_arn", null), "it has no role_arn"],
  [
    "a role of nobody",
    FORWARDER,
    sending,
    set("role_arn", "arn:aws:iam::333333333333:role/x"),
    "names no role there is",
  ],
  [
    "trust in another rule",
    FORWARDER,
    role,
    replace("assume_role_policy", "rule/signin", "rule/other"),
    "aws:SourceArn is arn:aws:events:us-east-2:333333333333:rule/signin-alerts-forward",
  ],
  [
    "trust in another account",
    FORWARDER,
    role,
    replace("assume_role_policy", `:"${MEMBER}"`, ':"999999999999"'),
    "aws:SourceAccount is 333333333333",
  ],
  [
    "trust in another service",
    FORWARDER,
    role,
    replace("assume_role_policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "principal is events.amazonaws.com",
  ],
  [
    "a permission boundary",
    FORWARDER,
    role,
    set("permissions_boundary", "arn:aws:iam::1:policy/b"),
    "its permissions boundary is not understood",
  ],
  [
    "permission for another action",
    FORWARDER,
    permission,
    replace("policy", "events:PutEvents", "events:PutRule"),
    "action is events:PutEvents",
  ],
  [
    "permission for another bus",
    FORWARDER,
    permission,
    replace("policy", "event-bus/signin-alerts", "event-bus/x"),
    "Resource is arn:aws:events",
  ],
  [
    "another organization",
    HUB,
    busPolicy,
    replace("policy", "o-a1b2c3d4e5", "o-other00000"),
    "aws:PrincipalOrgID is o-a1b2c3d4e5, StringEquals wants o-other00000 (the organization is that of signin-trail",
  ],
  [
    "another source",
    HUB,
    busPolicy,
    replace("policy", '"aws.signin"', '"aws.ec2"'),
    "events:source is aws.signin",
  ],
  [
    "another detail-type",
    HUB,
    busPolicy,
    replace("policy", "AWS Console Sign In", "X"),
    "events:detail-type is AWS Console Sign In via CloudTrail",
  ],
  [
    "an unknown condition",
    HUB,
    busPolicy,
    replace("policy", "aws:PrincipalOrgID", "aws:Moon"),
    "the condition key aws:Moon is not known",
  ],
  ["an alert rule that is off", HUB, alertRule, set("state", "DISABLED"), "it is DISABLED"],
  [
    "an alert rule for others",
    HUB,
    alertRule,
    replace("event_pattern", "Root", "IAMUser"),
    `none of the ${kindsOn + 1} rules of the event bus`,
  ],
  [
    "a second hop",
    HUB,
    alertTarget,
    set("arn", "arn:aws:events:eu-west-1:222222222222:event-bus/x"),
    "is not sent on to a third",
  ],
  [
    "a broken template",
    HUB,
    alertTarget,
    set("input_transformer", { input_template: "x <y>" }),
    "input transformer: inputTemplate",
  ],
  [
    "a topic of nobody",
    HUB,
    alertTarget,
    set("arn", "arn:aws:sns:eu-central-1:222222222222:x"),
    "a topic that is not there",
  ],
  [
    "a topic policy for others",
    HUB,
    topic,
    replace("policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "principal is events.amazonaws.com",
  ],
  [
    "a key of AWS",
    HUB,
    topic,
    set("kms_master_key_id", "alias/aws/sns"),
    "alias/aws/sns is a key of AWS",
  ],
  [
    "a key that is not here",
    HUB,
    topic,
    set("kms_master_key_id", "alias/x"),
    "its key is not in the inventory",
  ],
  [
    "a key for others",
    HUB,
    key,
    replace("policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "principal is events.amazonaws.com",
  ],
  [
    "a key that only encrypts",
    HUB,
    key,
    replace("policy", "kms:Decrypt", "kms:Encrypt"),
    "kms:Decrypt is not allowed: ",
  ],
  [
    "a filter",
    HUB,
    subscription,
    set("filter_policy", '{"a":["b"]}'),
    "its filter_policy is not understood",
  ],
  [
    "no address",
    HUB,
    subscription,
    set("endpoint", "nobody"),
    "its endpoint is none of the protocol email",
  ],
])("%s stops the event at that resource", (_, stack, address, change, reason) => {
  const { deliveries, stops } = traceAfter(stack, address, change);
  expect(deliveries).toEqual([]);
  expect(stops).toHaveLength(1);
  expect(stops[0]?.resource).toEqual({ stack, address });
  expect(stops[0]?.reason).toContain(reason);
});
