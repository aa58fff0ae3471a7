import { HUB } from "../small-organization";

/** What names resources of the path, and only reads or gives somebody something. */
export const ownReaders = {
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
