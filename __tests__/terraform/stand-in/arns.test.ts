import { describeTerraform } from "../describe-terraform";
import { TerraformWorkspace } from "../terraform";
import { changesIn } from "../terraform-plan";
import { textOf } from "./values";

const uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const here = "eu-central-1:111111111111";
const bus = "${aws_cloudwatch_event_bus.it.name}";
const configuration = "${aws_notifications_notification_configuration.it.arn}";

/** A minimal configuration of each type, the attribute that identifies it, and its form. */
const types: readonly (readonly [string, object, string, string])[] = [
  ["aws_cloudwatch_event_bus", { name: "hub" }, "arn", `arn:aws:events:${here}:event-bus/hub`],
  ["aws_cloudwatch_event_bus_policy", { policy: "{}", event_bus_name: bus }, "id", "hub"],
  [
    "aws_cloudwatch_event_rule",
    { name: "n", event_bus_name: bus },
    "arn",
    `arn:aws:events:${here}:rule/hub/n`,
  ],
  ["aws_cloudwatch_event_target", { rule: "n", target_id: "t", arn: "a" }, "id", "n-t"],
  ["aws_sqs_queue", { name: "q" }, "url", "https://sqs.eu-central-1.amazonaws.com/111111111111/q"],
  [
    "aws_sqs_queue_policy",
    { queue_url: "${aws_sqs_queue.it.id}", policy: "{}" },
    "id",
    "https://sqs.eu-central-1.amazonaws.com/111111111111/q",
  ],
  ["aws_sns_topic", { name: "t" }, "id", `arn:aws:sns:${here}:t`],
  [
    "aws_sns_topic_policy",
    { arn: "${aws_sns_topic.it.arn}", policy: "{}" },
    "id",
    `arn:aws:sns:${here}:t`,
  ],
  [
    "aws_sns_topic_subscription",
    { topic_arn: "${aws_sns_topic.it.arn}", protocol: "email", endpoint: "soc@example.com" },
    "arn",
    `arn:aws:sns:${here}:t:${uuid}`,
  ],
  ["aws_kms_key", { description: "d" }, "arn", `arn:aws:kms:${here}:key/${uuid}`],
  [
    "aws_kms_alias",
    { name: "alias/k", target_key_id: "${aws_kms_key.it.key_id}" },
    "arn",
    `arn:aws:kms:${here}:alias/k`,
  ],
  [
    "aws_iam_role",
    { name: "r", path: "/p/", assume_role_policy: "{}" },
    "arn",
    "arn:aws:iam::111111111111:role/p/r",
  ],
  [
    "aws_iam_role_policy",
    { name: "p", role: "${aws_iam_role.it.name}", policy: "{}" },
    "id",
    "r:p",
  ],
  ["aws_s3_bucket", { bucket: "b" }, "arn", "arn:aws:s3:::b"],
  ["aws_s3_bucket_policy", { bucket: "${aws_s3_bucket.it.id}", policy: "{}" }, "id", "b"],
  ["aws_s3_bucket_public_access_block", { bucket: "${aws_s3_bucket.it.id}" }, "id", "b"],
  [
    "aws_s3_bucket_server_side_encryption_configuration",
    {
      bucket: "b",
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms" } }],
    },
    "id",
    "b",
  ],
  [
    "aws_s3_bucket_lifecycle_configuration",
    { bucket: "b", rule: [{ id: "expire", status: "Enabled" }] },
    "id",
    "b",
  ],
  [
    "aws_cloudtrail",
    { name: "trail", s3_bucket_name: "b" },
    "arn",
    `arn:aws:cloudtrail:${here}:trail/trail`,
  ],
  ["aws_cloudwatch_log_group", { name: "g" }, "arn", `arn:aws:logs:${here}:log-group:g`],
  [
    "aws_cloudwatch_log_metric_filter",
    {
      name: "f",
      log_group_name: "g",
      pattern: "",
      metric_transformation: { name: "m", namespace: "n", value: "1" },
    },
    "id",
    "f",
  ],
  [
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "a", comparison_operator: "GreaterThanThreshold", evaluation_periods: 1 },
    "arn",
    `arn:aws:cloudwatch:${here}:alarm:a`,
  ],
  [
    "aws_cloudwatch_query_definition",
    { name: "q", query_string: "fields" },
    "query_definition_id",
    uuid,
  ],
  [
    "aws_cloudformation_stack_set",
    { name: "s" },
    "arn",
    `arn:aws:cloudformation:${here}:stackset/s:${uuid}`,
  ],
  [
    "aws_cloudformation_stack_instances",
    {
      stack_set_name: "s",
      regions: ["eu-west-1"],
      deployment_targets: { organizational_unit_ids: ["r-abcd"] },
    },
    "id",
    "s,SELF,OU",
  ],
  [
    "aws_notifications_notification_configuration",
    { name: "n", description: "d" },
    "arn",
    `arn:aws:notifications::111111111111:configuration/${uuid}`,
  ],
  [
    "aws_notifications_event_rule",
    {
      event_type: "e",
      source: "aws.signin",
      regions: ["eu-west-1"],
      notification_configuration_arn: configuration,
    },
    "arn",
    `arn:aws:notifications::111111111111:configuration/${uuid}/rule/${uuid}`,
  ],
  [
    "aws_notificationscontacts_email_contact",
    { name: "n", email_address: "soc@example.com" },
    "arn",
    `arn:aws:notifications-contacts::111111111111:emailcontact/${uuid}`,
  ],
  [
    "aws_notifications_channel_association",
    {
      arn: "${aws_notificationscontacts_email_contact.it.arn}",
      notification_configuration_arn: configuration,
    },
    "arn",
    `arn:aws:notifications-contacts::111111111111:emailcontact/${uuid}`,
  ],
  [
    "aws_notifications_notification_hub",
    { notification_hub_region: "eu-west-1" },
    "notification_hub_region",
    "eu-west-1",
  ],
  [
    "aws_chatbot_slack_channel_configuration",
    { configuration_name: "c", iam_role_arn: "r", slack_channel_id: "C", slack_team_id: "T" },
    "chat_configuration_arn",
    "arn:aws:chatbot::111111111111:chat-configuration/slack-channel/c",
  ],
  [
    "aws_chatbot_teams_channel_configuration",
    { configuration_name: "c", iam_role_arn: "r", channel_id: "C", team_id: "T", tenant_id: "N" },
    "chat_configuration_arn",
    "arn:aws:chatbot::111111111111:chat-configuration/microsoft-teams-channel/c",
  ],
  [
    "aws_lambda_function",
    { function_name: "f", role: "r" },
    "arn",
    `arn:aws:lambda:${here}:function:f`,
  ],
  [
    "aws_lambda_permission",
    { function_name: "f", action: "a", principal: "p", statement_id: "s" },
    "id",
    "s",
  ],
  [
    "aws_scheduler_schedule",
    {
      name: "s",
      schedule_expression: "rate(1 day)",
      flexible_time_window: { mode: "OFF" },
      target: { arn: "a", role_arn: "r" },
    },
    "arn",
    `arn:aws:scheduler:${here}:schedule/default/s`,
  ],
];

describeTerraform("what AWS adds to a resource", () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    const configuration = {
      provider: { aws: [{ region: "eu-central-1", allowed_account_ids: ["111111111111"] }] },
      resource: Object.fromEntries(types.map(([type, it]) => [type, { it }])),
    };
    workspace = await TerraformWorkspace.open([{ name: "all", dependencies: [], configuration }]);
    await workspace.apply("all");
  });

  afterAll(() => {
    workspace.close();
  });

  test.each(types)("%s is identified as AWS does it", (type, _configuration, attribute, form) => {
    const [created] = workspace.record.ofType(type);
    expect(textOf(created?.values[attribute])).toMatch(new RegExp(`^${form}$`));
  });

  test("services without regions are marked as global", () => {
    const globals = workspace.record.existing.filter(({ global }) => global);
    expect(globals.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["aws_iam_role", "aws_notifications_notification_configuration"]),
    );
    expect(globals.map(({ type }) => type)).not.toContain("aws_s3_bucket");
  });

  test("a second plan of all types is empty", async () => {
    expect(changesIn(await workspace.plan("all"))).toEqual([]);
  });

  test("fails on a type whose ARN is not known here", async () => {
    const resource = { aws_ecr_repository: { it: { name: "r" } } };
    workspace.change([{ name: "all", dependencies: [], configuration: { resource } }]);
    await expect(workspace.apply("all")).rejects.toThrow(
      "the stand-in does not know the ARN of aws_ecr_repository",
    );
  });
});
