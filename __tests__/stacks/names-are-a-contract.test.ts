import { example, Organization } from "./example-organization";
import type { StackContents } from "./stack-contents";

// A change of an address or a name destroys and recreates the resource: never edit a line below.

const organization = new Organization({
  ...example,
  regions: ["eu-central-1", "us-east-1"],
  acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
});

/** Address and name of each resource; of those without a name, what stands for it. */
function contract(stack: StackContents): readonly string[] {
  return stack.resources.map(({ address, values }) => {
    const name = values["name"] ?? values["target_id"] ?? values["bucket"] ?? values["endpoint"];
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
    "aws_cloudwatch_event_rule.account-forwarder_us-east-1_38318339 signin-alerts-forward",
    "aws_cloudwatch_event_target.account-forwarder_eu-central-1_Target_203E001C hub",
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
      "aws_cloudwatch_event_bus.alert-hub_851754CE signin-alerts",
      "aws_cloudwatch_event_bus_policy.alert-hub_Policy_6C0E96B5",
      "aws_cloudwatch_event_rule.alert-hub_Rule-failed-sign-in_903F67A4 signin-alerts-failed-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-federated-sign-in_4F9AABBF signin-alerts-federated-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-iam-user-sign-in-without-mfa_B918F044 signin-alerts-iam-user-sign-in-without-mfa",
      "aws_cloudwatch_event_rule.alert-hub_Rule-iam-user-sign-in_2E6BF339 signin-alerts-iam-user-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-root-sign-in_5DFAD64E signin-alerts-root-sign-in",
      "aws_cloudwatch_event_rule.alert-hub_Rule-unrecognized-sign-in_0C559AB4 signin-alerts-unrecognized-sign-in",
      "aws_cloudwatch_event_target.alert-hub_Rule-failed-sign-in_Target_1DD6D08B topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-federated-sign-in_Target_6CDCB784 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-iam-user-sign-in-without-mfa_Target_BA7231BE topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-iam-user-sign-in_Target_3B927EC4 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-root-sign-in_Target_65EE6564 topic",
      "aws_cloudwatch_event_target.alert-hub_Rule-unrecognized-sign-in_Target_FD5276DB topic",
      "aws_kms_alias.topic_KeyAlias_F1A29FBC alias/signin-alerts",
      "aws_kms_key.topic_Key_DBCDCD21",
      "aws_sns_topic.topic_69831491 signin-alerts",
      "aws_sns_topic_subscription.topic_email-securityexamplecom_5B1A1B85 security@example.com",
      "aws_sqs_queue.alert-hub_DeadLetters_72B9238C signin-alerts-hub-dead-letters",
    ]),
  );
});

test("the resources of the trail keep their addresses and names", () => {
  expect(contract(organization.trail)).toEqual([
    "aws_cloudtrail.organization-trail_91918378 signin-alerts-trail",
    "aws_cloudwatch_log_group.organization-trail_LogGroup_54D212A0 signin-alerts-trail",
    "aws_iam_role.organization-trail_LogGroup_Role_07B4D14C signin-alerts-trail-logs",
    "aws_iam_role_policy.organization-trail_LogGroup_RolePolicy_DE229463 write-log-streams",
    "aws_kms_alias.organization-trail_KeyAlias_12577529 alias/signin-alerts-trail",
    "aws_kms_key.organization-trail_Key_C310A527",
    "aws_s3_bucket.organization-trail_Bucket_BD9C316C signin-alerts-trail-111111111111-eu-central-1",
    "aws_s3_bucket_lifecycle_configuration.organization-trail_Bucket_Lifecycle_2D8371D4",
    "aws_s3_bucket_ownership_controls.organization-trail_Bucket_OwnershipControls_DA75CA64",
    "aws_s3_bucket_policy.organization-trail_Bucket_Policy_DF528C33",
    "aws_s3_bucket_public_access_block.organization-trail_Bucket_PublicAccessBlock_7AD72A18",
    "aws_s3_bucket_server_side_encryption_configuration.organization-trail_Bucket_Encryption_D4B1F0ED",
    "aws_s3_bucket_versioning.organization-trail_Bucket_Versioning_E1954CB0",
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
      "aws_kms_alias.topic-on-call_KeyAlias_4702895F alias/signin-alerts-on-call",
      "aws_kms_key.topic-on-call_Key_93453C09",
      "aws_sns_topic.topic-on-call_4F6A7DD5 signin-alerts-on-call",
    ]),
  );
});
