/** A resource that the provider validates, and whether it refuses to plan it. */
export interface PlannedResource {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly isRefused: boolean;
}

const x = (length: number): string => "x".repeat(length);
const durations = {
  refused: [
    "12hours",
    "",
    "1 h",
    "1d",
    "h",
    "2562048h",
    5,
    "1h ",
    "1H",
    "1h-30m",
    "0.0",
    true,
    "٣s",
  ],
  accepted: [
    "1h",
    "1h30m",
    "0",
    "-1h",
    "1.5h",
    ".5s",
    "1.s",
    "1µs",
    "1μs",
    "+5s",
    "2562047h",
    null,
  ],
};

/** Names of topics and queues, which differ where an order is kept. */
function named(type: string, flag: string, longest: number): readonly PlannedResource[] {
  const fifo = { [flag]: true };
  const refused = [
    { name: "x.fifo" },
    { name: "x", ...fifo },
    { name: "x.y" },
    { name: "x y" },
    { name: "é" },
    { name: x(longest + 1) },
    { name: `${x(longest - 4)}.fifo`, ...fifo },
    { name_prefix: "x y" },
    { name_prefix: "x.fifo" },
    { name_prefix: x(longest - 25) },
    { name_prefix: x(longest - 30), ...fifo },
    { name: "x", content_based_deduplication: true },
  ];
  const accepted = [
    {},
    fifo,
    { name: "" },
    { name_prefix: "" },
    { name: "-" },
    { name: x(longest) },
    { name: `${x(longest - 5)}.fifo`, ...fifo },
    { name_prefix: x(longest - 26) },
    { name_prefix: x(longest - 31), [flag]: "1" },
    { name: "x", content_based_deduplication: false },
    { name: "x.fifo", [flag]: "true", content_based_deduplication: "true" },
  ];
  return rows(type, refused, accepted);
}

function rows(
  type: string,
  refused: readonly object[],
  accepted: readonly object[],
): readonly PlannedResource[] {
  const row = (isRefused: boolean) => (body: object) => ({ type, body: { ...body }, isRefused });
  return [...refused.map(row(true)), ...accepted.map(row(false))];
}

const role = "arn:aws:iam::111111111111:role/x";
const fromFile = { function_name: "x", role, filename: "x.zip" };
const image = { function_name: "x", role, image_uri: "x" };
const called = { handler: "x", runtime: "nodejs22.x" };
const alarm = {
  ...{ alarm_name: "x", comparison_operator: "GreaterThanThreshold", evaluation_periods: 1 },
  ...{ metric_name: "x", namespace: "x", period: 60, statistic: "Sum", threshold: 1 },
};
const target = { rule: "x", arn: "arn:aws:sns:us-east-1:111111111111:x" };
const slack = {
  ...{ configuration_name: "x", iam_role_arn: role },
  ...{ slack_channel_id: "C0123456789", slack_team_id: "T0123456789" },
};

/** What the provider says of resources by several arguments together, and of values that it looks at late. */
export const plannedResources: readonly PlannedResource[] = [
  ...rows(
    "aws_sqs_queue",
    durations.refused.map((create) => ({ name: "x", timeouts: { create } })),
    durations.accepted.map((create) => ({ name: "x", timeouts: [{ create }] })),
  ),
  ...named("aws_sns_topic", "fifo_topic", 256),
  ...named("aws_sqs_queue", "fifo_queue", 80),
  ...rows(
    "aws_sns_topic",
    [
      { name: "x", archive_policy: "{}" },
      { name: "x", fifo_throughput_scope: "Topic" },
    ],
    [{ name: "x", archive_policy: "" }],
  ),
  ...rows(
    "aws_sqs_queue",
    [],
    [{ name: "x", deduplication_scope: "queue", fifo_throughput_limit: "perQueue" }],
  ),
  ...rows(
    "aws_lambda_function",
    [
      fromFile,
      { ...fromFile, handler: "x" },
      { ...fromFile, runtime: "nodejs22.x", handler: null },
      image,
      { ...fromFile, ...called, layers: [null] },
      { ...fromFile, ...called, vpc_config: [{ subnet_ids: [null], security_group_ids: [] }] },
    ],
    [
      { ...fromFile, ...called },
      { ...fromFile, package_type: "Image" },
      { ...image, package_type: "Image" },
      { ...image, ...called },
      { ...fromFile, ...called, environment: { variables: { x: null } } },
    ],
  ),
  ...rows(
    "aws_cloudwatch_metric_alarm",
    [
      { ...alarm, alarm_actions: [null] },
      { ...alarm, ok_actions: [role, null] },
    ],
    [
      { ...alarm, alarm_actions: null },
      { ...alarm, alarm_actions: [role], dimensions: { x: null } },
    ],
  ),
  ...rows(
    "aws_cloudwatch_event_target",
    [{ ...target, run_command_targets: [{ key: "x", values: ["x", null] }] }],
    [{ ...target, run_command_targets: [{ key: "x", values: ["x"] }] }],
  ),
  // Types of the newer kind leave nulls to AWS.
  ...rows("aws_chatbot_slack_channel_configuration", [], [{ ...slack, sns_topic_arns: [null] }]),
];
