import { parseArn } from "../../aws";
import type { Resource } from "../inventory";
import { accountOf, optionalText, placeOf, text } from "./attributes";

/** The text under which the resources of a type are looked up. */
type Identity = (resource: Resource) => string;

/** The key of a place. */
function placeKey(resource: Resource): string {
  const { account, region } = placeOf(resource);
  return `${account}/${region}`;
}

const inPlace =
  (attribute: string): Identity =>
  (resource) =>
    `${placeKey(resource)}/${text(resource, attribute)}`;

const inAccount =
  (attribute: string): Identity =>
  (resource) =>
    `${accountOf(resource)}/${text(resource, attribute)}`;

const by =
  (attribute: string): Identity =>
  (resource) => {
    placeOf(resource);
    return text(resource, attribute);
  };

const ofAccount =
  (attribute: string): Identity =>
  (resource) => {
    accountOf(resource);
    return text(resource, attribute);
  };

/** A bus by name; its ARN may stand there as well. */
function busKey(resource: Resource): string {
  const bus = optionalText(resource, "event_bus_name") ?? "default";
  const arn = parseArn(bus);
  if (arn === undefined) return `${placeKey(resource)}/${bus}`;
  return `${arn.account}/${arn.region}/${arn.resource.replace(/^event-bus\//u, "")}`;
}

/** A function by its name; its ARN may stand there as well. */
function functionKey(resource: Resource): string {
  const name = text(resource, "function_name");
  return `${placeKey(resource)}/${parseArn(name)?.resource.replace(/^function:/u, "") ?? name}`;
}

/** A metric filter by its log group and name. */
function filterKey(filter: Resource): string {
  return `${placeKey(filter)}/${text(filter, "log_group_name")}/${text(filter, "name")}`;
}

/** How the resources on an event's way are looked up. Others are of no interest. */
export const identities: Readonly<Record<string, Identity>> = {
  aws_cloudformation_stack_set: inPlace("name"),
  aws_cloudformation_stack_instances: inPlace("stack_set_name"),
  aws_cloudtrail: placeKey,
  aws_cloudwatch_event_rule: busKey,
  aws_cloudwatch_event_target: (target) => `${busKey(target)}/${text(target, "rule")}`,
  aws_cloudwatch_event_bus: by("arn"),
  aws_cloudwatch_event_bus_policy: busKey,
  aws_cloudwatch_event_permission: busKey,
  aws_iam_role: ofAccount("arn"),
  aws_iam_role_policy: inAccount("role"),
  aws_iam_role_policy_attachment: inAccount("role"),
  aws_sns_topic: by("arn"),
  aws_sns_topic_policy: by("arn"),
  aws_sns_topic_subscription: by("topic_arn"),
  aws_sqs_queue: by("arn"),
  aws_sqs_queue_policy: by("queue_url"),
  aws_kms_key: by("arn"),
  aws_kms_key_policy: by("key_id"),
  aws_kms_alias: inPlace("name"),
  aws_cloudwatch_log_group: by("arn"),
  aws_cloudwatch_log_metric_filter: filterKey,
  aws_cloudwatch_log_resource_policy: placeKey,
  aws_cloudwatch_metric_alarm: inPlace("alarm_name"),
  aws_cloudwatch_query_definition: inPlace("name"),
  aws_lambda_function: by("arn"),
  aws_lambda_function_event_invoke_config: functionKey,
  aws_lambda_permission: functionKey,
  aws_s3_bucket: inAccount("bucket"),
  aws_s3_bucket_policy: inAccount("bucket"),
  aws_chatbot_slack_channel_configuration: inAccount("configuration_name"),
  aws_chatbot_teams_channel_configuration: inAccount("configuration_name"),
  aws_notifications_notification_hub: inAccount("notification_hub_region"),
  aws_notifications_notification_configuration: ofAccount("arn"),
  aws_notifications_event_rule: accountOf,
  aws_notifications_channel_association: ofAccount("notification_configuration_arn"),
  aws_notificationscontacts_email_contact: ofAccount("arn"),
};

/** What must be unique, by type: AWS keeps one of two with the same name, or refuses the second. */
export const uniqueIdentities: Readonly<Record<string, Identity>> = {
  aws_cloudformation_stack_set: inPlace("name"),
  aws_cloudwatch_event_rule: by("arn"),
  aws_cloudwatch_event_target: (target) =>
    `${busKey(target)}/${text(target, "rule")}/${text(target, "target_id")}`,
  aws_cloudwatch_event_bus: by("arn"),
  aws_cloudwatch_event_bus_policy: busKey,
  aws_cloudwatch_log_group: by("arn"),
  aws_cloudwatch_log_metric_filter: filterKey,
  aws_cloudwatch_log_resource_policy: inPlace("policy_name"),
  aws_cloudwatch_metric_alarm: inPlace("alarm_name"),
  aws_iam_role: ofAccount("arn"),
  aws_iam_role_policy: (policy) =>
    `${accountOf(policy)}/${text(policy, "role")}/${text(policy, "name")}`,
  aws_lambda_function: by("arn"),
  aws_lambda_function_event_invoke_config: functionKey,
  aws_lambda_permission: (permission) =>
    `${functionKey(permission)}/${text(permission, "statement_id")}`,
  aws_sns_topic: by("arn"),
  aws_sns_topic_policy: by("arn"),
  aws_sqs_queue: by("arn"),
  aws_sqs_queue_policy: by("queue_url"),
  aws_kms_alias: inPlace("name"),
  aws_kms_key_policy: by("key_id"),
  aws_s3_bucket_policy: inAccount("bucket"),
  aws_chatbot_slack_channel_configuration: inAccount("configuration_name"),
  // The provider finds a channel by its team, and fails where there are two.
  aws_chatbot_teams_channel_configuration: inAccount("team_id"),
  aws_notifications_notification_hub: inAccount("notification_hub_region"),
  aws_notifications_notification_configuration: inAccount("name"),
  aws_notificationscontacts_email_contact: inAccount("email_address"),
};
