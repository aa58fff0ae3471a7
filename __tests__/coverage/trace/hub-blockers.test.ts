import { alertRulesOf, catalog } from "../../../src/catalog";
import { addressNamed, addressOf, replace, set, traceAfter } from "./broken";

const kindsOn = catalog
  .filter(({ onByDefault }) => onByDefault)
  .flatMap((kind) => alertRulesOf(kind, {})).length;

const HUB = "signin-hub";
const busPolicy = addressOf(HUB, "aws_cloudwatch_event_bus_policy");
const alertRule = addressOf(HUB, "aws_cloudwatch_event_rule", "alert-hub_Rule-root-sign-in_");
const alertTarget = addressOf(HUB, "aws_cloudwatch_event_target", "alert-hub_Rule-root-sign-in_");
const topic = addressNamed(HUB, "aws_sns_topic", "signin-alerts");
const key = addressOf(HUB, "aws_kms_key", "topic_");
const subscription = addressOf(HUB, "aws_sns_topic_subscription", "topic_");

test.each([
  [
    "raw delivery to a mailbox",
    HUB,
    subscription,
    set("raw_message_delivery", true),
    "value-invalid",
    "raw_message_delivery: SNS does not offer it for email",
  ],
  [
    "what targets of another kind have",
    HUB,
    alertTarget,
    set("sqs_target", [{ message_group_id: "x" }]),
    "value-invalid",
    "sqs_target: EventBridge does not accept it for arn:aws:sns:",
  ],
  [
    "another organization",
    HUB,
    busPolicy,
    replace("policy", "o-a1b2c3d4e5", "o-other00000"),
    "bus-policy-denies",
    "aws:PrincipalOrgID is o-a1b2c3d4e5, StringEquals wants o-other00000 (the organization is that of signin-trail",
  ],
  [
    "another source",
    HUB,
    busPolicy,
    replace("policy", '"aws.*"', '"aws.ec2"'),
    "bus-policy-denies",
    "events:source is aws.signin",
  ],
  [
    "another detail-type",
    HUB,
    busPolicy,
    replace("policy", "AWS Console Sign In", "X"),
    "bus-policy-denies",
    "events:detail-type is AWS Console Sign In via CloudTrail",
  ],
  [
    "an unknown condition",
    HUB,
    busPolicy,
    replace("policy", "aws:PrincipalOrgID", "aws:Moon"),
    "not-analyzed-policy",
    "the condition key aws:Moon is not known",
  ],
  ["an alert rule that is off", HUB, alertRule, set("state", "DISABLED"), "rule-disabled", ""],
  [
    "an alert rule for others",
    HUB,
    alertRule,
    replace("event_pattern", "Root", "IAMUser"),
    "alert-rule-missing",
    `none of the ${kindsOn + 1} rules of the event bus`,
  ],
  [
    "a second hop",
    HUB,
    alertTarget,
    set("arn", "arn:aws:events:eu-west-1:222222222222:event-bus/x"),
    "target-third-bus",
    "event-bus/x",
  ],
  [
    "a broken template",
    HUB,
    alertTarget,
    set("input_transformer", { input_template: "x <y>" }),
    "transformer-invalid",
    "inputTemplate",
  ],
  [
    "a topic of nobody",
    HUB,
    alertTarget,
    set("arn", "arn:aws:sns:eu-central-1:222222222222:x"),
    "destination-missing",
    "arn:aws:sns:eu-central-1:222222222222:x",
  ],
  [
    "a topic policy for others",
    HUB,
    topic,
    replace("policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "resource-policy-denies",
    "principal is events.amazonaws.com",
  ],
  [
    "a key of AWS",
    HUB,
    topic,
    set("kms_master_key_id", "alias/aws/sns"),
    "key-policy-denies",
    "alias/aws/sns, which events.amazonaws.com may not use",
  ],
  [
    "a key that is not here",
    HUB,
    topic,
    set("kms_master_key_id", "alias/x"),
    "key-missing",
    "alias/x",
  ],
  [
    "a key for others",
    HUB,
    key,
    replace("policy", "events.amazonaws.com", "sns.amazonaws.com"),
    "key-policy-denies",
    "principal is events.amazonaws.com",
  ],
  [
    "a key that only encrypts",
    HUB,
    key,
    replace("policy", "kms:Decrypt", "kms:Encrypt"),
    "key-policy-denies",
    "kms:Decrypt is not allowed: ",
  ],
  [
    "a filter",
    HUB,
    subscription,
    set("filter_policy", '{"a":["b"]}'),
    "not-analyzed-setting",
    "filter_policy",
  ],
  [
    "no address",
    HUB,
    subscription,
    set("endpoint", "nobody"),
    "subscription-endpoint-invalid",
    "email:nobody",
  ],
])("%s blocks the event at that resource", (_, stack, address, change, rule, detail) => {
  const { deliveries, blockers } = traceAfter(stack, address, change);
  expect(deliveries).toEqual([]);
  expect(blockers).toEqual([
    { rule, resource: { stack, address }, detail: expect.stringContaining(detail) as string },
  ]);
});
