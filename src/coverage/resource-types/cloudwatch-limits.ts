import {
  anyArn,
  eitherName,
  word,
  type ArgumentForm,
  type ArgumentLimits,
  type ValueForm,
} from "./argument-form";

const retentions = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
  3288, 3653,
].map(String);

const units = [
  ...["Seconds", "Microseconds", "Milliseconds", "Count", "Percent", "None"],
  ...[
    "Bits",
    "Bytes",
    "Kilobits",
    "Kilobytes",
    "Megabits",
    "Megabytes",
    "Gigabits",
    "Gigabytes",
  ].flatMap((unit) => [unit, `${unit}/Second`]),
  ...["Terabits", "Terabytes", "Terabits/Second", "Terabytes/Second", "Count/Second"],
];

const deliveryName = word(60);
const groupName = word(512, /^[\w./#-]+$/u);
/** What an alarm does: an ARN, or that of what happens to an instance of EC2. */
const actions: ArgumentForm = {
  each: {
    anyOf: [
      "arn",
      { allowed: /^arn:[\w-]+:automate:[\w-]+:ec2:(?:reboot|recover|stop|terminate)$/u },
    ],
  },
  most: 5,
};
/** A number as Go reads it, or nothing. */
const float: ArgumentForm = {
  allowed:
    /^(?:[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[\da-f.]+p[+-]?\d+|inf|infinity|nan))?$/iu,
};
const period: ValueForm = { anyOf: [["10", "20", "30"], { multipleOf: 60 }] };

/** What the provider accepts of types of Amazon CloudWatch, its logs included. */
export const cloudwatchLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_cloudwatch_log_group: {
    forms: {
      name: groupName,
      name_prefix: word(483, /^[\w./#-]+$/u),
      retention_in_days: retentions,
      log_group_class: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"],
    },
    exclusive: [eitherName],
  },
  aws_cloudwatch_log_delivery_source: {
    forms: { name: deliveryName, log_type: { shortest: 1, longest: 255 }, resource_arn: anyArn },
  },
  aws_cloudwatch_log_delivery_destination: {
    forms: {
      name: deliveryName,
      output_format: ["json", "plain", "w3c", "raw", "parquet", ""],
      "delivery_destination_configuration.destination_resource_arn": anyArn,
    },
  },
  aws_cloudwatch_log_delivery: {
    forms: {
      delivery_source_name: deliveryName,
      delivery_destination_arn: anyArn,
      field_delimiter: { longest: 5 },
      record_fields: { each: word(64), most: 128 },
    },
  },
  aws_cloudwatch_dashboard: {
    forms: { dashboard_name: { longest: 255, allowed: /^[\w-]+$/u }, dashboard_body: "json" },
  },
  aws_cloudwatch_log_resource_policy: { forms: { policy_document: "json" } },
  aws_cloudwatch_log_metric_filter: {
    forms: {
      name: { longest: 512, allowed: /^[^:*]+$/u },
      log_group_name: groupName,
      pattern: { longest: 1024 },
      "metric_transformation.default_value": float,
      "metric_transformation.name": { longest: 255, allowed: /^[^:*$]*$/u },
      "metric_transformation.namespace": { longest: 255, allowed: /^[^:*$]*$/u },
      "metric_transformation.value": { longest: 100 },
      "metric_transformation.unit": units,
    },
  },
  aws_cloudwatch_metric_alarm: {
    forms: {
      alarm_name: word(255),
      alarm_actions: actions,
      alarm_description: { longest: 1024 },
      comparison_operator: [
        ...["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold"],
        ...["LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold"],
        ...["LessThanLowerThreshold", "GreaterThanUpperThreshold"],
      ],
      evaluation_periods: { from: 1 },
      datapoints_to_alarm: { from: 1 },
      evaluate_low_sample_count_percentiles: ["evaluate", "ignore"],
      insufficient_data_actions: actions,
      metric_name: word(255),
      namespace: word(255, /^[^:].*$/su),
      ok_actions: actions,
      period,
      statistic: ["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
      treat_missing_data: ["breaching", "notBreaching", "ignore", "missing"],
      unit: units,
    },
    exclusive: [
      ["metric_name", "metric_query"],
      ["statistic", "extended_statistic"],
      ["threshold", "threshold_metric_id"],
    ],
  },
  aws_cloudwatch_query_definition: {
    forms: {
      log_group_names: { each: groupName },
      name: word(255, /^(?![/])[^:*]*[^:*/]$/u),
    },
  },
};
