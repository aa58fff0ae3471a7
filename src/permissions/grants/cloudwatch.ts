import {
  alarmArn,
  dashboardArn,
  logDeliveryArn,
  logDeliveryDestinationArn,
  logDeliverySourceArn,
  logGroupArn,
} from "../../aws/arn";
import type { NamedResource, TypeGrants } from "../grant";
import { named } from "./targets";

/** Calls about tags name a group as it is, all others with `:*` after it. */
const logGroup = (argument: string) => (resource: NamedResource) => {
  const arn = logGroupArn(resource.place, resource.text(argument));
  return [arn, `${arn}:*`];
};

const logTags = ["logs:TagResource", "logs:UntagResource"] as const;

const source = (argument: string) =>
  named(({ place, text }) => logDeliverySourceArn(place, text(argument)));

/**
 * Amazon CloudWatch and CloudWatch Logs.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
 */
export const cloudwatch: TypeGrants = {
  aws_cloudwatch_log_group: [
    { on: "anything in its region", plan: ["logs:DescribeLogGroups"] },
    {
      on: logGroup("name"),
      plan: ["logs:ListTagsForResource"],
      deploy: ["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", ...logTags],
    },
  ],
  aws_cloudwatch_log_resource_policy: [
    {
      on: "anything in its region",
      plan: ["logs:DescribeResourcePolicies"],
      deploy: ["logs:DeleteResourcePolicy", "logs:PutResourcePolicy"],
    },
  ],
  aws_cloudwatch_log_metric_filter: [
    {
      on: logGroup("log_group_name"),
      plan: ["logs:DescribeMetricFilters"],
      deploy: ["logs:DeleteMetricFilter", "logs:PutMetricFilter"],
    },
  ],
  aws_cloudwatch_query_definition: [
    {
      on: "anything in its region",
      plan: ["logs:DescribeQueryDefinitions"],
      deploy: ["logs:DeleteQueryDefinition", "logs:PutQueryDefinition"],
    },
  ],
  aws_cloudwatch_log_delivery_source: [
    {
      on: source("name"),
      plan: ["logs:GetDeliverySource", "logs:ListTagsForResource"],
      deploy: ["logs:DeleteDeliverySource", "logs:PutDeliverySource", ...logTags],
    },
    // AWS's reference names a destination for this call, too.
    {
      on: named(({ place }) => logDeliveryDestinationArn(place, "*")),
      deploy: ["logs:DeleteDeliverySource"],
    },
    // EventBridge asks whether the caller may let its logs out.
    {
      on: named(({ text }) => text("resource_arn")),
      deploy: ["events:AllowVendedLogDeliveryForResource"],
    },
  ],
  aws_cloudwatch_log_delivery_destination: [
    {
      on: named(({ place, text }) => logDeliveryDestinationArn(place, text("name"))),
      plan: ["logs:GetDeliveryDestination", "logs:ListTagsForResource"],
      deploy: ["logs:DeleteDeliveryDestination", "logs:PutDeliveryDestination", ...logTags],
    },
  ],
  aws_cloudwatch_log_delivery: [
    {
      on: named(({ place }) => logDeliveryArn(place, "*")),
      plan: ["logs:GetDelivery", "logs:ListTagsForResource"],
      deploy: ["logs:CreateDelivery", "logs:DeleteDelivery", ...logTags],
    },
    { on: source("delivery_source_name"), deploy: ["logs:CreateDelivery"] },
    {
      on: named(({ text }) => text("delivery_destination_arn")),
      deploy: ["logs:CreateDelivery"],
    },
    // AWS looks whether the log group lets it write, and adds a policy where it does not.
    {
      on: "anything in its region",
      deploy: ["logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"],
    },
  ],
  aws_cloudwatch_metric_alarm: [
    {
      on: named(({ place, text }) => alarmArn(place, text("alarm_name"))),
      plan: ["cloudwatch:ListTagsForResource"],
      deploy: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
    },
    // Its resource is the set of alarms that may be found, whatever name is asked for.
    { on: named(({ place }) => alarmArn(place, "*")), plan: ["cloudwatch:DescribeAlarms"] },
  ],
  aws_cloudwatch_dashboard: [
    {
      on: named(({ place, text }) => dashboardArn(place, text("dashboard_name"))),
      plan: ["cloudwatch:GetDashboard"],
      deploy: ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"],
    },
  ],
};
