/** A stack that has every block and argument of Terraform's own that can be exported, and none of the provider. */
export const everyBlock = {
  "//": { metadata: { stackName: "every-block" } },
  terraform: {
    required_version: ">= 1.10.0",
    required_providers: { aws: { source: "hashicorp/aws", version: "~> 6.25" } },
    backend: { local: { path: "states/${literal}.tfstate" } },
  },
  provider: {
    aws: [
      { region: "eu-central-1", default_tags: [{ tags: { "cost center": "%%{4711}" } }] },
      {
        alias: "eu-west-1",
        region: "eu-west-1",
        assume_role: { role_arn: "arn:aws:iam::111111111111:role/${var.role}" },
      },
    ],
  },
  variable: {
    role: {
      type: "string",
      default: "${not evaluated}",
      description: "Role",
      sensitive: false,
      nullable: false,
      validation: { condition: '${var.role != ""}', error_message: "a name" },
    },
    regions: { type: 'map(object({ name = string, zones = optional(list(string), ["a"]) }))' },
  },
  locals: { days: 14, names: ["a", "${var.role}"], nothing: null, text: "two\nlines" },
  data: { aws_region: { here: { provider: "aws.eu-west-1", "//": { metadata: {} } } } },
  resource: {
    aws_sns_topic: {
      "alerts-1": {
        "//": { metadata: { path: "stack/alerts-1/Resource" } },
        for_each: "${toset(local.names)}",
        provider: "aws.eu-west-1",
        name: "alerts-${each.key}",
        tags: { 'a "b"': "${local.days}", "//": "kept" },
        lifecycle: {
          create_before_destroy: true,
          ignore_changes: ['tags["a"]', "policy"],
          replace_triggered_by: ["aws_sqs_queue.letters"],
          precondition: [{ condition: "${local.days > 1}", error_message: "more days" }],
        },
      },
    },
    aws_sqs_queue: {
      letters: {
        "//": { metadata: { path: "stack/letters" } },
        name: "letters",
        timeouts: { create: "3m" },
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "sqs:SendMessage",
              Resource: ["${aws_cloudtrail.trail.arn}", "${var.role}"],
            },
          ],
        }),
        lifecycle: { ignore_changes: "all" },
        depends_on: ["aws_cloudtrail.trail"],
      },
    },
    aws_cloudtrail: {
      trail: {
        name: "trail",
        s3_bucket_name: "bucket",
        dynamic: {
          event_selector: {
            for_each: "${local.names}",
            iterator: "each_name",
            content: { read_write_type: "${each_name.value}" },
          },
        },
      },
    },
  },
  output: {
    arn: {
      value: '${aws_sns_topic.alerts-1["a"].arn}',
      description: "costs ${5}",
      sensitive: true,
      depends_on: ["aws_sqs_queue.letters"],
    },
  },
  check: {
    named: {
      data: { aws_region: { there: {} } },
      assert: {
        condition: '${data.aws_region.there.id == "eu-central-1"}',
        error_message: "other",
      },
    },
  },
  moved: [{ from: "aws_sns_topic.old", to: 'aws_sns_topic.alerts-1["a"]' }],
  import: [{ to: "aws_sqs_queue.letters", id: "https://sqs/${var.role}" }],
  removed: [{ from: "aws_kms_key.gone", lifecycle: { destroy: false } }],
};
