import { after, foundIn, more, plain } from "./every-rule/raise";
import type { StackDocument } from "../../src/coverage";
import type { MutableJson } from "./mutation/mutant";
import { said } from "./said";
import { HUB } from "./small-organization";

const TOPIC = "aws_sns_topic";
const SUBSCRIPTION = "aws_sns_topic_subscription";
const BUS = "aws_cloudwatch_event_bus";

const foundWith = (type: string, change: object): readonly string[] =>
  foundIn(after(type, type === SUBSCRIPTION ? /^topic_/u : /./u, { ...change })).map(said);
const queue = (place: string): string => `arn:aws:sqs:${place}:own`;
const redrive = (arn: string): string => JSON.stringify({ deadLetterTargetArn: arn });
const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, "value"]));

test.each<[string, object, string]>([
  [TOPIC, { tags: { "aws:team": "security" } }, "tags: AWS keeps keys that begin with aws:"],
  [TOPIC, { tags: { "": "x" } }, "tags: a key has 1 to 128 characters"],
  [TOPIC, { tags: { ["k".repeat(129)]: "x" } }, "tags: a key has 1 to 128 characters"],
  [TOPIC, { tags: { team: "x".repeat(257) } }, "tags: a value has at most 256 characters"],
  [TOPIC, { tags: tags(51) }, "tags: AWS accepts 50, not 51"],
  ["aws_iam_role", { tags: { team: "a*b" } }, "tags: IAM does not accept the characters"],
  ["aws_iam_role", { description: "a → b" }, "description must be a text that fits"],
  [
    "aws_s3_bucket_lifecycle_configuration",
    { rule: [{ id: "old", status: "Enabled", expiration: [] }] },
    "rule old has no action",
  ],
  [SUBSCRIPTION, { redrive_policy: "[]" }, "redrive_policy names no deadLetterTargetArn"],
  [
    SUBSCRIPTION,
    { redrive_policy: redrive(queue(`us-east-1:${HUB}`)) },
    `redrive_policy must name a queue in account ${HUB}, eu-central-1, not`,
  ],
  [
    BUS,
    { dead_letter_config: [{ arn: queue("eu-central-1:999999999999") }] },
    `dead_letter_config must name a queue in account ${HUB}, eu-central-1, not`,
  ],
  [
    BUS,
    { dead_letter_config: { arn: `arn:aws:sns:eu-central-1:${HUB}:own` } },
    "dead_letter_config must name a queue",
  ],
])("fails for a %s with %j, which AWS refuses when it is applied", (type, change, problem) => {
  expect(foundWith(type, change)).toContainEqual(
    expect.stringContaining(`value-invalid: ${problem}`),
  );
});

test.each<[string, object]>([
  [TOPIC, { tags: tags(50) }],
  [TOPIC, { tags: { "Cost Center": "a/b=c*", awsome: "" } }],
  [TOPIC, { tags: "${var.tags}" }],
  ["aws_iam_role", { tags: { team: "é_.:/=+-@ 1" }, description: "Café" }],
  [SUBSCRIPTION, { redrive_policy: redrive(queue(`eu-central-1:${HUB}`)) }],
  [BUS, { dead_letter_config: [] }],
  [
    "aws_s3_bucket_lifecycle_configuration",
    { rule: [{ id: "old", status: "Enabled", expiration: [{ days: 1 }] }] },
  ],
])("a %s with %j is not refused by AWS", (type, change) => {
  const found = foundWith(type, change).filter((each) => each.startsWith("value-invalid"));
  expect(found).toEqual([]);
});

test("fails for tags of a provider that AWS refuses", () => {
  const stacks: readonly StackDocument[] = structuredClone(plain);
  const providers = stacks.flatMap(
    ({ document }) => (document["provider"] as { aws: MutableJson[] }).aws,
  );
  for (const provider of providers) provider["default_tags"] = [{ tags: { "AWS:x": "y" } }];
  expect([...new Set(foundIn(stacks).map(said))]).toEqual([
    'value-invalid: tags: AWS keeps keys that begin with aws:, as "AWS:x", for itself',
  ]);
});

const alarm = (change: object) =>
  foundIn(
    more("signin-hub", "aws_cloudwatch_metric_alarm", ({ provider, alarm_actions }) => ({
      provider,
      alarm_actions,
      alarm_name: "own",
      namespace: "AWS/SNS",
      metric_name: "NumberOfMessagesPublished",
      dimensions: { TopicName: "signin-alerts" },
      statistic: "Sum",
      comparison_operator: "GreaterThanThreshold",
      threshold: 1,
      ...change,
    })),
  ).map(said);

test.each([
  [
    { period: 60, evaluation_periods: 1441 },
    "its periods last 86460 seconds, CloudWatch accepts 86400",
  ],
  [{ period: 3600, evaluation_periods: 169 }, "its periods last 608400 seconds"],
  [{ period: 60, evaluation_periods: "2", datapoints_to_alarm: 3 }, "datapoints_to_alarm is 3"],
])("fails for an alarm of a team on the path with %j", (change, problem) => {
  expect(alarm(change)).toEqual([expect.stringContaining(`value-invalid: ${problem}`)]);
});

test.each([
  [{ period: 60, evaluation_periods: 1440, datapoints_to_alarm: 1 }],
  [{ period: "3600", evaluation_periods: 168 }],
])("an alarm of a team with %j is no finding", (change) => {
  expect(alarm(change)).toEqual([]);
});
