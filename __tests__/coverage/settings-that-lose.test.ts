import { coverageOf, inventoryOfPlan, inventoryOfStacks } from "../../src/coverage";
import type { StackDocument } from "../../src/coverage";
import type { MutableJson } from "./mutation/mutant";
import { after } from "./every-rule/raise";
import { reportOf, stacksOf } from "./small-organization";
import { reportAfter } from "./stack-set/stack-set-organization";
import { said } from "./said";

type Bodies = Record<string, Record<string, MutableJson>>;

/** What is found where every resource of a type in the hub has an argument of that value. */
function foundWith(type: string, name: string, value: unknown): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(stacksOf());
  const hub = stacks.find((stack) => stack.name === "signin-hub");
  for (const body of Object.values((hub?.document["resource"] as Bodies)[type] ?? {})) {
    body[name] = value;
  }
  return reportOf(stacks).findings.map(said);
}

const QUEUE = "aws_sqs_queue";
const BUS = "aws_cloudwatch_event_bus";
const GROUP = "aws_cloudwatch_log_group";

test.each([
  [
    QUEUE,
    "message_retention_seconds",
    60,
    "dead-letter-queue-settings: message_retention_seconds is 60, it should be 1209600",
  ],
  [
    QUEUE,
    "message_retention_seconds",
    null,
    "dead-letter-queue-settings: message_retention_seconds is 345600, it should be",
  ],
  [
    QUEUE,
    "message_retention_seconds",
    "x",
    "dead-letter-queue-settings: message_retention_seconds is NaN, it should be",
  ],
  [
    QUEUE,
    "max_message_size",
    1024,
    "dead-letter-queue-settings: max_message_size is 1024, it should be 262144",
  ],
  [QUEUE, "delay_seconds", 900, "dead-letter-queue-settings: delay_seconds is 900, it should be 0"],
  [QUEUE, "redrive_policy", "{}", "not-analyzed-setting: redrive_policy"],
  [GROUP, "log_group_class", "INFREQUENT_ACCESS", "not-analyzed-setting: log_group_class"],
  [GROUP, "log_group_class", "${var.x}", "not-analyzed-setting: log_group_class"],
  [GROUP, "kms_key_id", "arn:aws:kms:eu-central-1:1:key/x", "not-analyzed-setting: kms_key_id"],
  ["aws_sns_topic", "delivery_policy", "{}", "not-analyzed-setting: delivery_policy"],
  ["aws_sns_topic", "archive_policy", '{"MessageRetentionPeriod":30}', "archive_policy"],
  ["aws_sns_topic", "content_based_deduplication", true, "content_based_deduplication"],
  [QUEUE, "content_based_deduplication", true, "content_based_deduplication"],
  [BUS, "event_source_name", "aws.partner/x/y/z", "not-analyzed-setting: event_source_name"],
  ["aws_sns_topic_subscription", "delivery_policy", "{}", "not-analyzed-setting: delivery_policy"],
  ["aws_sns_topic_subscription", "subscription_role_arn", "arn:aws:iam::1:role/x", "_role_arn"],
  ["aws_sns_topic_subscription", "filter_policy_scope", "MessageBody", "filter_policy_scope"],
  [
    "aws_sns_topic",
    "provisioner",
    [{ "local-exec": { command: "aws sns delete-topic" } }],
    "not-analyzed-block: provisioner local-exec",
  ],
])("a %s with %s of %j is found", (type, name, value, reason) => {
  expect(foundWith(type, name, value).join("\n")).toContain(reason);
});

test.each([
  [QUEUE, "max_message_size", 1_048_576],
  [QUEUE, "content_based_deduplication", false],
  [QUEUE, "content_based_deduplication", "false"],
  ["aws_kms_key", "key_usage", "ENCRYPT_DECRYPT"],
  ["aws_sns_topic", "content_based_deduplication", false],
  [QUEUE, "message_retention_seconds", "1209600"],
  [QUEUE, "redrive_policy", ""],
  [GROUP, "log_group_class", "STANDARD"],
  ["aws_cloudwatch_metric_alarm", "datapoints_to_alarm", null],
])("a %s with %s of %j is as good", (type, name, value) => {
  expect(foundWith(type, name, value)).toEqual([]);
});

test("a metric of an alarm may have a label", () => {
  const labelled = (body: MutableJson): MutableJson => {
    const queries = body["metric_query"] as readonly object[] | undefined;
    return {
      ...body,
      ...(queries && { metric_query: queries.map((each) => ({ ...each, label: "x" })) }),
    };
  };
  const stacks = after("aws_cloudwatch_metric_alarm", /./u, labelled, stacksOf());
  expect(stacks).not.toEqual(stacksOf());
  expect(reportOf(stacks).findings.map(said)).toEqual([]);
});

test("a queue of a stack set's template that keeps letters too short is found", () => {
  const { findings } = reportAfter(({ template }) => {
    const { Properties: queue } = template.Resources["DeadLetters"] ?? {};
    if (queue) queue["MessageRetentionPeriod"] = 60;
  });
  const found = expect.stringContaining(
    "dead-letter-queue-settings: message_retention_seconds is 60",
  ) as string;
  expect(findings.map(said)).toContainEqual(found);
});

test("what AWS decides is not known in a plan, and is no finding", () => {
  const place = { region: "eu-central-1" };
  const planned = (type: string, values: object): object => ({
    address: `${type}.x`,
    mode: "managed",
    type,
    name: "x",
    provider_name: "registry.terraform.io/hashicorp/aws",
    values: { ...place, name: "x", ...values },
  });
  const change = (type: string, unknown: object): object => ({
    address: `${type}.x`,
    change: { after_unknown: unknown },
  });
  const provisioners = [{ type: "remote-exec" }];
  const plan = inventoryOfPlan({
    format_version: "1.2",
    planned_values: { root_module: { resources: [planned(GROUP, {})] } },
    resource_changes: [change(GROUP, { log_group_class: true })],
    configuration: {
      root_module: {
        resources: [{ address: `${GROUP}.x`, provisioners }],
        module_calls: { m: { module: { resources: [{ address: "a.b", provisioners }] } } },
      },
    },
  });
  const { findings } = coverageOf(plan);
  expect(findings.filter(({ detail }) => detail.includes("log_group_class"))).toEqual([]);
  expect(findings.filter(({ rule }) => rule === "not-analyzed-block")).toHaveLength(2);
  expect(findings.map(({ resource }) => resource?.address)).toContain("module.m.a.b");
});

test("resources without a provisioner have no finding", () => {
  expect(inventoryOfStacks(stacksOf()).problems).toEqual([]);
});
