import { example, Organization } from "./example-organization";
import type { StackContents } from "./stack-contents";

// A change of an address or a name destroys and recreates the resource: never edit a line below.

const organization = new Organization({
  ...example,
  regions: ["eu-central-1", "us-east-1"],
  acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
});

/** The arguments that name a resource, the first that it has. */
const naming = [
  "name",
  "alarm_name",
  "policy_name",
  "target_id",
  "bucket",
  "endpoint",
  "dashboard_name",
];

/** Address and name of each resource; of those without a name, what stands for it. */
function contract(stack: StackContents): readonly string[] {
  return stack.resources.map(({ address, values }) => {
    const name = naming.map((argument) => values[argument]).find((value) => value !== undefined);
    return typeof name === "string" && !name.startsWith("${") ? `${address} ${name}` : address;
  });
}

test("the stacks of an organization keep their names", () => {
  expect(organization.stackNames).toEqual(
    expect.arrayContaining(["signin-trail", "signin-hub", "signin-account-333333333333"]),
  );
});

test("the resources of an account keep their addresses and names", () => {
  expect(contract(organization.account("333333333333"))).toEqual([
    "aws_cloudwatch_event_rule.account-forwarder_eu-central-1_179A6454 signin-alerts-forward",
    "aws_cloudwatch_event_rule.account-forwarder_eu-central-1_Heartbeat_DE8FB856 signin-alerts-heartbeat",
    "aws_cloudwatch_event_rule.account-forwarder_us-east-1_38318339 signin-alerts-forward",
    "aws_cloudwatch_event_rule.account-forwarder_us-east-1_Heartbeat_44D2F81E signin-alerts-heartbeat",
    "aws_cloudwatch_event_target.account-forwarder_eu-central-1_Heartbeat_Target_3FEEFD08 hub",
    "aws_cloudwatch_event_target.account-forwarder_eu-central-1_Target_203E001C hub",
    "aws_cloudwatch_event_target.account-forwarder_us-east-1_Heartbeat_Target_38BC67D6 hub",
    "aws_cloudwatch_event_target.account-forwarder_us-east-1_Target_D6D59D95 hub",
    "aws_iam_role.account-forwarder_Role_A8FB1992 signin-alerts-forward",
    "aws_iam_role_policy.account-forwarder_Role_Policy_B2482D27 put-events-on-hub",
    "aws_sqs_queue.account-forwarder_eu-central-1_DeadLetters_5EBAE610 signin-alerts-forward-dead-letters",
    "aws_sqs_queue.account-forwarder_us-east-1_DeadLetters_1DF62E14 signin-alerts-forward-dead-letters",
  ]);
});

test("the resources of the hub keep their addresses and names", () => {
  expect(contract(organization.hub)).toEqual(
    // More kinds of alert may come; these stay.
    expect.arrayContaining([
      "aws_cloudwatch_dashboard.dashboard signin-alerts",
      "aws_cloudwatch_event_archive.alert-hub_Archive_709C2E8C signin-alerts",
      "aws_cloudwatch_event_bus.alert-hub_851754CE signin-alerts",
      "aws_cloudwatch_event_bus_policy.alert-hub_Policy_6C0E96B5",
      "aws_cloudwatch_event_rule.alert-hub_Heartbeat_9734E0E8 signin-alerts-heartbeats",
      "aws_cloudwatch_event_rule.alert-hub_Rule-assume-root_791FACF7 signin-alerts-assume-root",
      "aws_cloudwatch_event_rule.alert-hub_Rule-failed-sign-in_903F67A4 signin-alerts-failed-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-federated-sign-in_4F9AABBF signin-alerts-federated-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-iam-user-sign-in-without-mfa_B918F044 signin-alerts-iam-user-sign-in-without-mfa",
      "aws_cloudwatch_event_rule.alert-hub_Rule-iam-user-sign-in_2E6BF339 signin-alerts-iam-user-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-region-opt-in_98D83E6B signin-alerts-region-opt-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-root-credential-change_426507FA signin-alerts-root-credential-change",
      "aws_cloudwatch_event_rule.alert-hub_Rule-root-recovery_234C3344 signin-alerts-root-recovery",
      "aws_cloudwatch_event_rule.alert-hub_Rule-root-sign-in_5DFAD64E signin-alerts-root-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-sign-in-anomaly_77966D23 signin-alerts-sign-in-anomaly",
      "aws_cloudwatch_event_rule.alert-hub_Rule-unrecognized-sign-in_0C559AB4 signin-alerts-unrecognized-sign-in",
      "aws_cloudwatch_event_target.alert-hub_Heartbeat_Target_F6467AB7 log",
      "aws_cloudwatch_log_delivery.alert-hub_Logs_Delivery-ERROR_LOGS_04F91127",
      "aws_cloudwatch_log_delivery.alert-hub_Logs_Delivery-INFO_LOGS_BCDCF29D",
      "aws_cloudwatch_log_delivery_destination.alert-hub_Logs_2F9A21EF signin-alerts-hub",
      "aws_cloudwatch_log_delivery_source.alert-hub_Logs_Source-ERROR_LOGS_E279A27C signin-alerts-hub-error",
      "aws_cloudwatch_log_delivery_source.alert-hub_Logs_Source-INFO_LOGS_22460517 signin-alerts-hub-info",
      "aws_cloudwatch_log_group.alert-hub_Logs_LogGroup_FBABC406 /aws/vendedlogs/events/event-bus/signin-alerts",
      "aws_cloudwatch_log_resource_policy.alert-hub_Logs_LogPolicy_C2938551 signin-alerts-hub-logs",
      "aws_cloudwatch_query_definition.alert-hub_Logs_Query-deliveries_4DC70F18 signin-alerts/deliveries",
      "aws_cloudwatch_query_definition.alert-hub_Logs_Query-failures_BD46ED2C signin-alerts/failures",
      "aws_cloudwatch_query_definition.alert-hub_Logs_Query-slowest_B9E70AD5 signin-alerts/slowest",
      "aws_cloudwatch_event_target.alert-hub_Rule-assume-root_Target_CB8F6F7B topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-failed-sign-in_Target_1DD6D08B topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-federated-sign-in_Target_6CDCB784 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-iam-user-sign-in-without-mfa_Target_BA7231BE topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-iam-user-sign-in_Target_3B927EC4 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-region-opt-in_Target_366DDE5B topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-root-credential-change_Target_E74A04E5 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-root-recovery_Target_AB78CD4E topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-root-sign-in_Target_65EE6564 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-sign-in-anomaly_Target_EA4C7151 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-unrecognized-sign-in_Target_FD5276DB topic",
      "aws_cloudwatch_log_group.alert-hub_Heartbeat_LogGroup_C4A8B7E1 /aws/events/signin-alerts-heartbeats",
      "aws_cloudwatch_log_metric_filter.alert-hub_Heartbeat_Filter-heartbeats_B802B2DE signin-alerts-heartbeats",
      "aws_cloudwatch_log_resource_policy.alert-hub_Heartbeat_LogPolicy_9030A31D signin-alerts-heartbeats",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_flood_0D88450C signin-alerts-flood",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_open-undelivered_BE5A75AB signin-alerts-open-undelivered",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_hub-dead-letters_338F2164 signin-alerts-hub-dead-letters",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_hub-failed-invocations_DE38D81E signin-alerts-hub-failed-invocations",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_hub-lost_8B88F705 signin-alerts-hub-lost",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_hub-sent-to-dead-letters_539554A9 signin-alerts-hub-sent-to-dead-letters",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_undelivered_5DC3E497 signin-alerts-undelivered",
      "aws_cloudwatch_metric_alarm.alert-hub_Heartbeat_Alarm-heartbeats-missing_9FB407AD signin-alerts-heartbeats-missing",
      "aws_cloudwatch_query_definition.alert-hub_Heartbeat_Query-heartbeats_26BAA8BA signin-alerts/heartbeats",
      "aws_kms_alias.operations-topic_KeyAlias_99BF06E2 alias/signin-alerts-operations",
      "aws_kms_alias.topic_KeyAlias_F1A29FBC alias/signin-alerts",
      "aws_kms_key.operations-topic_Key_5FF9385E",
      "aws_kms_key.topic_Key_DBCDCD21",
      "aws_sns_topic.operations-topic_F3EC0C74 signin-alerts-operations",
      "aws_sns_topic.topic_69831491 signin-alerts",
      "aws_kms_alias.topic-open_KeyAlias_66C5F521 alias/signin-alerts-open",
      "aws_kms_key.topic-open_Key_506BAA54",
      "aws_sns_topic.topic-open_E42035D6 signin-alerts-open",
      "aws_sns_topic_subscription.topic-open_email-securityexamplecom_0161C26C security@example.com",
      "aws_sns_topic_subscription.operations-topic_email-securityexamplecom_04F6EF2E security@example.com",
      "aws_sns_topic_subscription.topic_email-securityexamplecom_5B1A1B85 security@example.com",
      "aws_sqs_queue.alert-hub_DeadLetters_72B9238C signin-alerts-hub-dead-letters",
    ]),
  );
});

test("the resources of the trail keep their addresses and names", () => {
  expect(contract(organization.trail)).toEqual([
    "aws_cloudtrail.organization-trail_91918378 signin-alerts-trail",
    "aws_cloudwatch_dashboard.dashboard signin-alerts-trail",
    "aws_cloudwatch_log_group.organization-trail_LogGroup_54D212A0 signin-alerts-trail",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-cis-authentication-failures_8F73CD4E signin-alerts-cis-authentication-failures",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-cis-root-usage_94A06B3E signin-alerts-cis-root-usage",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-cis-sign-in-without-mfa_F7EBECAF signin-alerts-cis-sign-in-without-mfa",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-cis-trail-configuration_76ADE363 signin-alerts-cis-trail-configuration",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-console-sign-ins_9170E6FB signin-alerts-console-sign-ins",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-failed-console-sign-ins_BBCE2755 signin-alerts-failed-console-sign-ins",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-flood-in-log_1A7FFBE7 signin-alerts-flood-in-log",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-forwarder-dead-letters_3E7153A3 signin-alerts-forwarder-dead-letters",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-in-covered-regions-1_081C40EC signin-alerts-in-covered-regions-1",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-of-covered-accounts-1_A0D4F347 signin-alerts-of-covered-accounts-1",
    "aws_cloudwatch_log_metric_filter.log-alarm_Filter-trail-changed_D15F07C0 signin-alerts-trail-changed",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-cis-authentication-failures_4CCB3F27 signin-alerts-cis-authentication-failures",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-cis-root-usage_84C8A685 signin-alerts-cis-root-usage",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-cis-sign-in-without-mfa_124CA372 signin-alerts-cis-sign-in-without-mfa",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-cis-trail-configuration_8BE5F597 signin-alerts-cis-trail-configuration",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-console-sign-ins_D4DA4243 signin-alerts-console-sign-ins",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-failed-console-sign-ins_8EC7B850 signin-alerts-failed-console-sign-ins",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-flood-in-log_E62A6FA0 signin-alerts-flood-in-log",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-forwarder-dead-letters_13F323EE signin-alerts-forwarder-dead-letters",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-trail-changed_72C20399 signin-alerts-trail-changed",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-trail-silent_03D9DBE9 signin-alerts-trail-silent",
    "aws_cloudwatch_metric_alarm.log-alarm_Alarm-uncovered-sign-ins_48F1A8E9 signin-alerts-uncovered-sign-ins",
    "aws_cloudwatch_query_definition.log-alarm_Query-dead-letters_712F95E0 signin-alerts/dead-letters",
    "aws_cloudwatch_query_definition.log-alarm_Query-sign-ins_9537B599 signin-alerts/sign-ins",
    "aws_iam_role.organization-trail_LogGroup_Role_07B4D14C signin-alerts-trail-logs",
    "aws_iam_role_policy.organization-trail_LogGroup_RolePolicy_DE229463 write-log-streams",
    "aws_kms_alias.alarm-topic_KeyAlias_B62C62CA alias/signin-alerts-trail-alarms",
    "aws_kms_alias.organization-trail_KeyAlias_12577529 alias/signin-alerts-trail",
    "aws_kms_key.alarm-topic_Key_647C4EEF",
    "aws_kms_key.organization-trail_Key_C310A527",
    "aws_s3_bucket.organization-trail_Bucket_BD9C316C signin-alerts-trail-111111111111-eu-central-1",
    "aws_s3_bucket_lifecycle_configuration.organization-trail_Bucket_Lifecycle_2D8371D4",
    "aws_s3_bucket_ownership_controls.organization-trail_Bucket_OwnershipControls_DA75CA64",
    "aws_s3_bucket_policy.organization-trail_Bucket_Policy_DF528C33",
    "aws_s3_bucket_public_access_block.organization-trail_Bucket_PublicAccessBlock_7AD72A18",
    "aws_s3_bucket_server_side_encryption_configuration.organization-trail_Bucket_Encryption_D4B1F0ED",
    "aws_s3_bucket_versioning.organization-trail_Bucket_Versioning_E1954CB0",
    "aws_sns_topic.alarm-topic_DE72F5EE signin-alerts-trail-alarms",
    "aws_sns_topic_subscription.alarm-topic_email-securityexamplecom_A50FDB5A security@example.com",
  ]);
});

test("the provider aliases of a state keep their names", () => {
  const aliases = ({ providers }: StackContents) => providers.map(({ alias }) => alias);
  expect(aliases(organization.account("333333333333"))).toEqual(["eu-central-1", "us-east-1"]);
  expect(aliases(organization.hub)).toEqual(["eu-central-1"]);
  expect(aliases(organization.trail)).toEqual(["eu-central-1"]);
});

test("the resources of a named route keep their addresses and names", () => {
  const { recipients = [], ...others } = example;
  const routes = [{ name: "on-call", kinds: ["root-sign-in"], recipients }];
  expect(contract(new Organization({ ...others, routes }).hub)).toEqual(
    expect.arrayContaining([
      "aws_cloudwatch_event_rule.alert-hub_Rule-root-sign-in-on-call_83DA798F signin-alerts-root-sign-in-on-call",
      "aws_cloudwatch_event_target.alert-hub_Rule-root-sign-in-on-call_Target_6F2E348F topic",
      "aws_cloudwatch_metric_alarm.alert-hub_Alarm_on-call-undelivered_19034FB4 signin-alerts-on-call-undelivered",
      "aws_kms_alias.topic-on-call_KeyAlias_4702895F alias/signin-alerts-on-call",
      "aws_kms_key.topic-on-call_Key_93453C09",
      "aws_sns_topic.topic-on-call_4F6A7DD5 signin-alerts-on-call",
      "aws_sns_topic_subscription.topic-on-call_email-securityexamplecom_E5C86CD9 security@example.com",
    ]),
  );
});
