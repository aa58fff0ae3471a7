import { isProviderArn } from "../../../src/aws/arn";
import { alteredResources } from "../../others/real-provider/altered-resources";
import { expressedResources } from "../../others/real-provider/expressed-resources";
import { plannedResources } from "../../others/real-provider/planned-resources";
import { inventoryOf } from "./documents";

/** What the provider would refuse of one resource. */
function refusalsOf(type: string, body: object): readonly string[] {
  const { problems } = inventoryOf({ [type]: { x: { provider: "aws.ohio", ...body } } });
  return problems.filter(({ rule }) => rule === "terraform-refuses").map(({ detail }) => detail);
}

test("what the real provider refuses is refused, and nothing that it accepts", () => {
  const differing = alteredResources.filter(
    ({ type, body, isRefused }) => refusalsOf(type, body).length > 0 !== isRefused,
  );
  expect(differing.map(({ type, change }) => `${type}, ${change}`)).toEqual([]);
});

test("what the real provider refuses when it plans is refused, and nothing that it accepts", () => {
  const differing = plannedResources.filter(
    ({ type, body, isRefused }) => refusalsOf(type, body).length > 0 !== isRefused,
  );
  expect(differing).toEqual([]);
});

test("what the real provider refuses of expressions is refused, and nothing that it accepts", () => {
  const differing = expressedResources.filter(({ type, body, isRefused }) => {
    const { problems } = inventoryOf({ [type]: { x: { provider: "aws.ohio", ...body } } });
    return problems.length > 0 !== isRefused;
  });
  expect(differing).toEqual([]);
});

const rule = { name: "r", schedule_expression: "rate(1 day)" };
const target = { rule: "r", arn: "arn:aws:sns:us-east-1:111111111111:t" };

test.each<[string, object, string]>([
  ["aws_cloudwatch_event_rule", { nmae: "r", ...rule }, "nmae: the provider has no such argument"],
  ["aws_cloudwatch_event_rule", { ...rule, arn: "x" }, "arn: the provider sets it"],
  [
    "aws_cloudwatch_event_rule",
    { ...rule, is_enabled: "yes" },
    'is_enabled must be true or false, not "yes"',
  ],
  [
    "aws_cloudwatch_event_rule",
    { ...rule, is_enabled: true, state: "ENABLED" },
    "is_enabled conflicts with state",
  ],
  [
    "aws_cloudwatch_event_rule",
    { name: "r" },
    "one of schedule_expression, event_pattern must be there",
  ],
  ["aws_cloudwatch_event_target", { rule: "r" }, "arn is missing"],
  [
    "aws_cloudwatch_event_target",
    { ...target, retry_policy: [{ maximum_retry_attempts: 186 }] },
    "retry_policy.maximum_retry_attempts must be 0 to 185, not 186",
  ],
  [
    "aws_cloudwatch_event_target",
    { ...target, dead_letter_config: [{}, {}] },
    "dead_letter_config stands 2 times, at most 1 is allowed",
  ],
  [
    "aws_cloudwatch_event_target",
    { ...target, dead_letter_config: "q" },
    'dead_letter_config must be a block, not "q"',
  ],
  [
    "aws_cloudwatch_event_target",
    { ...target, input_transformer: { input_path: {} } },
    "input_transformer.input_template is missing",
  ],
  [
    "aws_cloudwatch_event_target",
    { ...target, dynamic: { dead_letter: { for_each: [], content: {} } } },
    "dynamic.dead_letter: the provider has no such block",
  ],
  [
    "aws_sqs_queue",
    { name: "q", timeouts: [{ create: "12hours" }] },
    'timeouts.create must be a duration such as 1h30m, not "12hours"',
  ],
  [
    "aws_sqs_queue",
    { name: "q", tags: { team: ["a"] } },
    'tags must be a map of texts, not {"team":["a"]}',
  ],
  [
    "aws_sqs_queue",
    { name: "q", delay_seconds: "0x10" },
    'delay_seconds must be a number, not "0x10"',
  ],
  [
    "aws_iam_role_policy",
    { role: "r", policy: '"{}"' },
    'policy must be a JSON object, not "\\"{}\\""',
  ],
  [
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "a", evaluation_periods: 1, period: 61 },
    "period must be one of 10, 20, 30 or a multiple of 60, not 61",
  ],
  ["aws_kms_key", { xks_key_id: "k" }, "xks_key_id needs custom_key_store_id beside it"],
])("fails on %s %j", (type, body, detail) => {
  expect(refusalsOf(type, body)).toContain(detail);
});

test.each<[string, object]>([
  ["aws_cloudwatch_event_rule", { ...rule, is_enabled: "true", description: 3 }],
  ["aws_cloudwatch_event_rule", { ...rule, event_pattern: null, name_prefix: null }],
  [
    "aws_cloudwatch_event_rule",
    { ...rule, state: "${timestamp()}", schedule_expression: "${timestamp()}" },
  ],
  [
    "aws_cloudwatch_event_target",
    { ...target, dead_letter_config: [[{ arn: "" }]], retry_policy: null },
  ],
  ["aws_cloudwatch_event_target", { ...target, dynamic: { dead_letter_config: { content: {} } } }],
  [
    "aws_iam_role",
    { name: "r", assume_role_policy: "{}", dynamic: [{ inline_policy: { content: {} } }] },
  ],
  ["aws_sqs_queue", { name: "q.fifo", fifo_queue: "1", tags: { team: null, cost: 1 } }],
  [
    "aws_sqs_queue",
    { name: "q", timeouts: { create: "1h", update: null, delete: "${timestamp()}" } },
  ],
  [
    "aws_cloudwatch_log_delivery",
    {
      delivery_source_name: "s",
      delivery_destination_arn: target.arn,
      s3_delivery_configuration: [{ suffix_path: "x" }],
    },
  ],
  ["aws_sqs_queue", { name: "q", "//": "a comment", lifecycle: { prevent_destroy: true } }],
])("nothing is refused of %s %j", (type, body) => {
  expect(refusalsOf(type, body)).toEqual([]);
});

test.each([
  ["arn:aws:sns:eu-west-1:111111111111:t", true],
  ["arn:aws-us-gov:s3:::bucket/key", true],
  ["arn:aws:iam::aws:policy/ReadOnlyAccess", true],
  ["arn:aws:sns:EU-WEST-1:111111111111:t", false],
  ["arn:aws:sns:eu-west-1:11111111111:t", false],
  ["arn:AWS:sns:eu-west-1:111111111111:t", false],
  ["arn:aws:sns:eu-west-1:111111111111:", false],
  ["alias/key", false],
])("%s is an ARN to the provider: %s", (text, isArn) => {
  expect(isProviderArn(text)).toBe(isArn);
});
