import { cloudformation } from "./cloudformation";
import { notifications } from "./notifications";
import { resourceTypes } from "./registry";

/** Whether all resources of a type are taken to be on the path: the package's own use is the usual one. */
export function isWholeService(type: string): boolean {
  return Object.hasOwn(notifications, type) || Object.hasOwn(cloudformation, type);
}

/**
 * What a resource can change on the path of alerts, of a type that is not analyzed.
 * - `anything`: it creates others unseen, or holds for a whole account or organization
 * - `what it names`: it is of a service on the path, whose resources know each other by name
 * - `ARNs that it holds`: it is of another service, which knows resources of the path by ARN or URL
 * - `nothing`: it only reads or keeps something, or gives people something
 */
export type Reach = "anything" | "what it names" | "ARNs that it holds" | "nothing";

const anything: ReadonlySet<string> = new Set([
  "aws_budgets_budget_action",
  "aws_cloudcontrolapi_resource",
  "aws_cloudformation_stack",
  "aws_cloudformation_stack_set_instance",
  "aws_cloudtrail_organization_delegated_admin_account",
  "aws_cloudwatch_log_account_policy",
  "aws_controltower_control",
  "aws_controltower_landing_zone",
  "aws_lambda_invocation",
  "aws_serverlessapplicationrepository_cloudformation_stack",
  "aws_servicecatalog_provisioned_product",
  "aws_sns_sms_preferences",
]);

const nothing =
  /^aws_(?:cloudtrail_event_data_store|cloudwatch_(?:composite_alarm|dashboard|metric_stream)|cloudwatch_event_(?:api_destination|archive|connection)|cloudwatch_log_(?:anomaly_detector|delivery_destination_policy|destination|destination_policy|index_policy|stream|subscription_filter)|iam_(?:access_key|account_alias|account_password_policy|group|instance_profile|openid_connect_provider|policy|saml_provider|server_certificate|service_linked_role|service_specific_credential|signing_certificate|user|virtual_mfa_device)|iam_(?:group|user)_(?!policies_exclusive|policy_attachments_exclusive)\w+|kms_(?:custom_key_store|grant)|lambda_(?:alias|code_signing_config|function_recursion_config|layer_version|layer_version_permission|provisioned_concurrency_config)|organizations_(?:account|organizational_unit)|(?:backup_selection|lakeformation_resource|schemas_discoverer|secretsmanager_secret_version|ssm_parameter)|s3_(?:bucket_(?:accelerate_configuration|analytics_configuration|intelligent_tiering_configuration|inventory|metric|notification|object|replication_configuration)|object|object_copy))$/u;

/** Services whose resources alerts pass. AWS Organizations holds for all of them. */
const services =
  /^aws_(?:chatbot|cloudtrail|cloudwatch|iam|kms|lambda|notifications|notificationscontacts|s3|s3control|sns|sqs)(?:_|$)/u;

/** What a resource of a type can change; undefined for one that the check analyzes. */
export function reachOf(type: string): Reach | undefined {
  if (resourceTypes.has(type)) return undefined;
  if (nothing.test(type)) return "nothing";
  if (anything.has(type) || !type.startsWith("aws_") || type.startsWith("aws_organizations_")) {
    return "anything";
  }
  return services.test(type) ? "what it names" : "ARNs that it holds";
}

/** Resources that call AWS as they are told to, with a role: each service of it, whatever the role may. */
const callers: ReadonlyMap<string, Calling> = new Map([
  ["aws_scheduler_schedule", "named calls"],
  ["aws_sfn_state_machine", "named calls"],
  ["aws_api_gateway_integration", "any call"],
  ["aws_apigatewayv2_integration", "any call"],
  ["aws_config_conformance_pack", "any call"],
  ["aws_config_organization_conformance_pack", "any call"],
  ["aws_config_remediation_configuration", "any call"],
  ["aws_fis_experiment_template", "any call"],
  ["aws_ssm_association", "any call"],
  ["aws_ssm_document", "any call"],
  ["aws_ssm_maintenance_window_task", "any call"],
  ["aws_ssmincidents_response_plan", "any call"],
]);

/**
 * How a resource says what it calls:
 * - `named calls`: by `aws-sdk:service:action`
 * - `any call`: in a language of its own, or in a document that AWS keeps
 */
export type Calling = "named calls" | "any call";

const automation = /^arn:[\w-]+:ssm:[^:]*:[^:]*:automation-definition\//u;

/** Whether a resource is of a type that is not analyzed, or does more than its type is analyzed for. */
export function mayBeForeign(type: string, attributes: Readonly<Record<string, unknown>>): boolean {
  if (!resourceTypes.has(type)) return true;
  // What an automation does with its parameters is in its document.
  const { arn } = type === "aws_cloudwatch_event_target" ? attributes : {};
  return typeof arn === "string" && automation.test(arn);
}

/** Whether a resource calls AWS with arguments that it is given, and how it says which call. */
export function callsAws(
  type: string,
  attributes: Readonly<Record<string, unknown>>,
): Calling | undefined {
  const isAutomation = resourceTypes.has(type) && mayBeForeign(type, attributes);
  return isAutomation ? "any call" : callers.get(type);
}
