import {
  logDeliveryArn,
  logDeliveryDestinationArn,
  logDeliverySourceArn,
  logGroupArn,
} from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** Amazon CloudWatch and CloudWatch Logs. */
export const cloudwatch: ResourceTypes = {
  aws_cloudwatch_log_group: {
    key: "{arn}",
    unique: "{arn}",
    computed: { arn: ({ place, name }) => logGroupArn(place, name), id: ({ name }) => name },
    formsMessages: "perhaps",
    loss: "its log events go with it",
    // Only this class has metric filters.
    settings: { log_group_class: ["STANDARD"] },
    policy: {
      type: "aws_cloudwatch_log_resource_policy",
      by: ["{place}"],
      argument: "policy_document",
    },
  },
  aws_cloudwatch_log_resource_policy: {
    key: "{place}",
    unique: "{place}/{policy_name}",
    name: "policy_name",
    loss: "EventBridge may not write to the log group without it",
  },
  aws_cloudwatch_log_delivery_source: {
    // Not what it is of: that may be of another service, and not be known.
    key: "{place}/{name}",
    unique: "{place}/{name}",
    owns: "{place}/{name}",
    computed: { arn: ({ place, name }) => logDeliverySourceArn(place, name) },
    part: "watch",
    loss: "the event bus no longer says whether alerts were delivered",
  },
  aws_cloudwatch_log_delivery_destination: {
    key: "{arn}",
    unique: "{place}/{name}",
    computed: { arn: ({ place, name }) => logDeliveryDestinationArn(place, name) },
    // The others are of S3 and Firehose.
    settings: { output_format: ["json", "plain"] },
    part: "watch",
    loss: "what the event bus says of deliveries is not kept",
  },
  aws_cloudwatch_log_delivery: {
    key: "{place}/{delivery_source_name}",
    replacedBy: ["delivery_source_name", "delivery_destination_arn"],
    name: null,
    computed: { id: ({ id }) => id, arn: ({ place, id }) => logDeliveryArn(place, id) },
    part: "watch",
    loss: "what the event bus says of deliveries is not kept",
  },
  aws_cloudwatch_log_metric_filter: {
    onlyCompared: ["pattern"],
    isMeasured: true,
    // The first leaves out log events of other accounts or regions, the last splits the metric.
    settings: {
      field_selection_criteria: [],
      apply_on_transformed_logs: [false],
      emit_system_field_dimensions: [],
    },
    key: "{place}/{log_group_name}/{name}",
    unique: "{place}/{log_group_name}/{name}",
    part: "watch",
    loss: "its alarm counts nothing until there is another",
  },
  aws_cloudwatch_metric_alarm: {
    key: "{place}/{alarm_name}",
    unique: "{place}/{alarm_name}",
    name: "alarm_name",
    // Beside metric queries.
    unset: { period: [0] },
    part: "watch",
    formsMessages: "perhaps",
    loss: "no recipient is notified of what it watches",
  },
  aws_cloudwatch_dashboard: {
    isGlobal: true,
    key: "{place}/{dashboard_name}",
    unique: "{place}/{dashboard_name}",
    name: "dashboard_name",
    part: "watch",
    loss: "the dashboard is gone for those who look into an alarm",
  },
  aws_cloudwatch_query_definition: {
    key: "{place}/{name}",
    part: "watch",
    loss: "the saved query is gone for those who look into an alarm",
  },
};
