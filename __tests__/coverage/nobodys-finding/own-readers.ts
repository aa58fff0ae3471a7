import { HUB } from "../small-organization";

/** What names resources of the path, and only reads or gives somebody something. */
export const ownReaders = {
  "what keeps the ARN of a topic for others": {
    aws_ssm_parameter: {
      own: { name: "/alerts/topic", type: "String", value: "${aws_sns_topic.topic_69831491.arn}" },
    },
    aws_secretsmanager_secret_version: {
      own: { secret_id: "alerts", secret_string: "${aws_sns_topic.topic_69831491.arn}" },
    },
  },
  "what learns the schemas of the event bus": {
    aws_schemas_discoverer: {
      own: { source_arn: "${aws_cloudwatch_event_bus.alert-hub_851754CE.arn}" },
    },
  },
  "backups of the trail's bucket": {
    aws_backup_selection: {
      own: {
        name: "buckets",
        plan_id: "plan",
        iam_role_arn: `arn:aws:iam::${HUB}:role/backup`,
        resources: ["arn:aws:s3:::signin-alerts-trail-111111111111-eu-central-1"],
      },
    },
  },
  "a grant of the topic's key": {
    aws_kms_grant: {
      own: {
        key_id: "${aws_kms_key.topic_Key_DBCDCD21.key_id}",
        grantee_principal: `arn:aws:iam::${HUB}:role/auditor`,
        operations: ["Decrypt"],
      },
    },
  },
  "a copy of the trail's bucket": {
    aws_s3_bucket_replication_configuration: {
      own: {
        bucket: "signin-alerts-trail-111111111111-eu-central-1",
        role: `arn:aws:iam::${HUB}:role/replication`,
        rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::copy" }] }],
      },
    },
  },
};
