/**
 * The arguments whose change makes the real provider replace a resource, by resource type.
 * The generated schema doesn't carry them. `*` stands for every argument; `region` always replaces.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs
 */
const replacing: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_rule: ["name", "name_prefix", "event_bus_name"],
  aws_cloudwatch_event_target: ["rule", "event_bus_name", "target_id"],
  aws_cloudwatch_event_bus: ["name", "event_source_name"],
  aws_cloudwatch_event_bus_policy: ["event_bus_name"],
  aws_cloudwatch_event_archive: ["name", "event_source_arn"],
  aws_sqs_queue: ["name", "name_prefix", "fifo_queue"],
  aws_sqs_queue_policy: ["queue_url"],
  aws_sns_topic: ["name", "name_prefix", "fifo_topic"],
  aws_sns_topic_policy: ["arn"],
  aws_sns_topic_subscription: ["topic_arn", "protocol", "endpoint"],
  aws_kms_key: [
    "customer_master_key_spec",
    "custom_key_store_id",
    "key_usage",
    "multi_region",
    "xks_key_id",
  ],
  aws_kms_alias: ["name", "name_prefix"],
  aws_iam_role: ["name", "name_prefix", "path"],
  aws_iam_role_policy: ["name", "name_prefix", "role"],
  aws_iam_role_policy_attachment: ["role", "policy_arn"],
  aws_iam_policy: ["name", "name_prefix", "path", "description"],
  aws_s3_bucket: ["bucket", "bucket_prefix", "object_lock_enabled"],
  aws_cloudtrail: ["name"],
  aws_cloudtrail_organization_delegated_admin_account: ["account_id"],
  aws_cloudwatch_log_group: ["name", "name_prefix", "log_group_class"],
  aws_cloudwatch_log_delivery_source: ["name", "log_type", "resource_arn"],
  aws_cloudwatch_log_delivery_destination: ["name", "output_format"],
  aws_cloudwatch_log_delivery: ["delivery_source_name", "delivery_destination_arn"],
  aws_cloudwatch_log_metric_filter: ["name", "log_group_name"],
  aws_cloudwatch_metric_alarm: ["alarm_name"],
  aws_cloudwatch_composite_alarm: ["alarm_name"],
  aws_cloudwatch_dashboard: ["dashboard_name"],
  aws_cloudwatch_query_definition: [],
  aws_cloudformation_stack_set: ["name", "auto_deployment"],
  aws_cloudformation_stack_set_instance: [
    "account_id",
    "deployment_targets",
    "stack_set_instance_region",
    "stack_set_name",
  ],
  aws_cloudformation_stack_instances: ["stack_set_name"],
  aws_notifications_notification_hub: ["notification_hub_region"],
  aws_notifications_notification_configuration: [],
  aws_notifications_event_rule: ["event_type", "source", "notification_configuration_arn"],
  aws_notifications_channel_association: ["arn", "notification_configuration_arn"],
  aws_notificationscontacts_email_contact: ["name", "email_address"],
  aws_chatbot_slack_channel_configuration: [],
  aws_chatbot_teams_channel_configuration: ["team_id"],
  aws_lambda_function: ["function_name", "package_type"],
  aws_lambda_permission: ["*"],
  aws_scheduler_schedule: ["name", "name_prefix", "group_name"],
};

/** Whether the real provider replaces a resource of this type when the argument changes. */
export function replacesResource(type: string, argument: string): boolean {
  if (argument === "region") return true;
  const listed = replacing[type] ?? (type.startsWith("aws_s3_bucket_") ? ["bucket"] : []);
  return listed.includes(argument) || listed.includes("*");
}
