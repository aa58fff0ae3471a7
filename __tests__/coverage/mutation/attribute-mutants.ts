import { brokenChannels } from "./channel-values";
import { brokenStackSets } from "./stack-set-values";
import {
  bodyMutant,
  resourcesOf,
  setMutant,
  type Mutant,
  type MutableJson,
  type Original,
} from "./mutant";

const OTHER_BUS = "arn:aws:events:eu-central-1:999999999999:event-bus/other";
const OTHER_TOPIC = "arn:aws:sns:eu-central-1:999999999999:other";
const OTHER_QUEUE = "arn:aws:sqs:us-east-1:999999999999:other";

type Values = Readonly<Record<string, readonly unknown[]>>;

const gone = undefined;

/** For each type, attributes and the values that break them. */
const broken: Readonly<Record<string, Values>> = {
  ...brokenChannels,
  ...brokenStackSets,
  aws_cloudwatch_event_rule: {
    name: ["other", gone],
    event_pattern: [gone, "{", '{"source":["aws.other"]}', '{"source":[{"regex":"aws"}]}'],
    state: ["DISABLED", "SOMETIMES"],
    schedule_expression: ["rate(1 minute)"],
    is_enabled: [false],
    event_bus_name: ["other"],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_event_target: {
    rule: ["other", gone],
    arn: [OTHER_BUS, OTHER_TOPIC, OTHER_QUEUE, "no-arn", gone, "${var.destination}"],
    event_bus_name: ["other"],
    dead_letter_config: [gone, { arn: OTHER_QUEUE }],
    retry_policy: [gone],
    "retry_policy.maximum_retry_attempts": [0],
    "retry_policy.maximum_event_age_in_seconds": [60],
    input: ['"hello"'],
    input_path: ["$.detail"],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_event_bus: {
    name: ["other", gone],
    log_config: [gone],
    "log_config.level": ["OFF", "ERROR", "WARN", gone],
    "log_config.include_detail": ["FULL"],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_event_archive: {
    name: ["other", gone],
    event_source_arn: [OTHER_BUS, gone],
    event_pattern: ["{", '{"source":["aws.other"]}'],
    retention_days: [1],
    kms_key_identifier: ["other"],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_log_delivery_source: {
    name: ["other", gone],
    log_type: ["TRACE_LOGS", gone],
    resource_arn: [OTHER_BUS, "no-arn", gone],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_log_delivery_destination: {
    name: [gone],
    output_format: ["xml"],
    delivery_destination_configuration: [
      gone,
      [{ destination_resource_arn: "arn:aws:logs:eu-central-1:222222222222:log-group:other" }],
    ],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_log_delivery: {
    delivery_source_name: ["other", gone],
    delivery_destination_arn: [
      "arn:aws:logs:eu-central-1:222222222222:delivery-destination:other",
      gone,
    ],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_event_bus_policy: { event_bus_name: ["other", gone], region: ["ap-south-1"] },
  aws_iam_role: { permissions_boundary: ["arn:aws:iam::333333333333:policy/limit"] },
  aws_iam_role_policy: { role: ["other", gone] },
  aws_sns_topic: {
    name: ["other", gone],
    kms_master_key_id: [
      "alias/aws/sns",
      "alias/other",
      "arn:aws:kms:eu-central-1:222222222222:key/x",
    ],
    fifo_topic: [true],
    region: ["ap-south-1"],
  },
  aws_sns_topic_subscription: {
    topic_arn: [OTHER_TOPIC, gone],
    protocol: ["pigeon", gone],
    endpoint: ["nobody", "somebody-else@example.com", gone],
    filter_policy: ['{"severity":["high"]}'],
    region: ["ap-south-1"],
  },
  aws_kms_key: { is_enabled: [false], region: ["ap-south-1"] },
  aws_kms_alias: { name: ["alias/other"] },
  aws_sqs_queue: {
    name: ["other", gone],
    fifo_queue: [true],
    kms_master_key_id: ["alias/aws/sqs"],
    region: ["ap-south-1"],
  },
  aws_cloudtrail: {
    name: ["other", gone],
    enable_logging: [false],
    is_organization_trail: [false],
    is_multi_region_trail: [false],
    include_global_service_events: [false],
    event_selector: [
      [{ include_management_events: false }],
      [{ include_management_events: true, read_write_type: "ReadOnly" }],
    ],
    advanced_event_selector: [[{ name: "none" }], gone],
    cloud_watch_logs_group_arn: [gone],
    s3_bucket_name: ["other-bucket"],
    kms_key_id: ["arn:aws:kms:eu-central-1:111111111111:key/other"],
  },
  aws_cloudwatch_metric_alarm: {
    alarm_name: ["other"],
    comparison_operator: ["LessThanOrEqualToThreshold"],
    threshold: [1_000_000],
    treat_missing_data: ["ignore", gone],
    evaluation_periods: [3],
    datapoints_to_alarm: [2],
    alarm_actions: [gone, [], [OTHER_TOPIC]],
    actions_enabled: [false],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_log_metric_filter: {
    name: ["other"],
    log_group_name: ["other"],
    pattern: ["{ $.eventName = nothing }", gone],
    "metric_transformation.name": ["Other"],
    "metric_transformation.namespace": ["other"],
    "metric_transformation.value": ["0"],
    region: ["ap-south-1"],
  },
  aws_cloudwatch_query_definition: { name: ["other"], query_string: [gone, "limit 1"] },
  aws_cloudwatch_log_group: { name: ["other"], region: ["ap-south-1"] },
  aws_s3_bucket: { bucket: ["other"] },
  aws_s3_bucket_policy: { bucket: ["other", gone] },
};

/** Whether there is something to take away. */
function holds(body: MutableJson, path: string): boolean {
  return body[path.split(".")[0] ?? ""] !== undefined;
}

/** Each attribute that matters broken in turn. */
export function attributeMutants(original: Original): readonly Mutant[] {
  return [
    ...Object.entries(broken[original.type] ?? {}).flatMap(([path, values]) =>
      values
        .filter((value) => value !== gone || holds(original.body, path))
        .map((value) => setMutant(original, path, value)),
    ),
    ...patternMutants(original),
    ...roleArnMutants(original),
    ...transformerMutants(original),
    ...(original.body["event_bus_name"] === undefined || original.type.endsWith("policy")
      ? []
      : [setMutant(original, "event_bus_name", undefined)]),
  ];
}

/** The resource taken away. What it belonged to may be named in its place. */
export function removalMutant(original: Original, neighbours: readonly string[]): Mutant {
  const { stack, type, name, body } = original;
  const archive = type === "aws_cloudwatch_event_archive" ? body["name"] : undefined;
  const formerName = body["alarm_name"] ?? body["dashboard_name"] ?? archive;
  return {
    stack,
    address: `${type}.${name}`,
    change: "resource removed",
    ...(typeof formerName === "string" && { formerName }),
    neighbours,
    apply: (document) => {
      const left = resourcesOf(document, type);
      Reflect.deleteProperty(left, name);
      // Terraform refuses a type without a resource.
      if (Object.keys(left).length === 0) {
        Reflect.deleteProperty(document["resource"] as MutableJson, type);
      }
    },
  };
}

/** A pattern that asks for more, or that leaves out what the sample does not show. */
function patternMutants(original: Original): readonly Mutant[] {
  if (original.body["event_pattern"] === undefined) return [];
  return [{ account: ["999999999999"] }, { region: [{ "anything-but": ["us-east-1"] }] }].map(
    (more) =>
      bodyMutant(original, `event_pattern with ${JSON.stringify(more)}`, (body) => {
        const pattern = JSON.parse(body["event_pattern"] as string) as MutableJson;
        body["event_pattern"] = JSON.stringify({ ...pattern, ...more });
      }),
  );
}

function roleArnMutants(original: Original): readonly Mutant[] {
  if (original.body["role_arn"] === undefined) return [];
  return [undefined, "arn:aws:iam::999999999999:role/other"].map((value) =>
    setMutant(original, "role_arn", value),
  );
}

function transformerMutants(original: Original): readonly Mutant[] {
  if (original.type !== "aws_cloudwatch_event_target") return [];
  const transformer = original.body["input_transformer"] as
    { readonly input_paths?: Readonly<Record<string, string>> } | undefined;
  if (transformer === undefined) {
    return [setMutant(original, "input_transformer", { input_template: '"hello"' })];
  }
  return [
    setMutant(original, "input_transformer", undefined),
    ...(transformer.input_paths ? [setMutant(original, "input_transformer.input_paths", {})] : []),
    setMutant(original, "input_transformer.input_template", "no quotes <account>"),
    setMutant(original, "input_transformer.input_template", '"sign-in"'),
    ...Object.keys(transformer.input_paths ?? {}).flatMap((name) => [
      setMutant(original, `input_transformer.input_paths.${name}`, "$.detail.nothing"),
      setMutant(original, `input_transformer.input_paths.${name}`, "$.detail[*]"),
    ]),
  ];
}
