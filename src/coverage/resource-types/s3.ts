import { bucketArn } from "../../aws/arn";
import type { ResourceType, ResourceTypes } from "./resource-type";

/** A resource that sets something of a bucket: no event passes it, and it stops none. */
const settingOfBucket = (loss: string): ResourceType => ({
  isGlobal: true,
  name: "bucket",
  part: "watch",
  loss,
});

/** Amazon S3: the bucket of the trail. */
export const s3: ResourceTypes = {
  aws_s3_bucket: {
    readBack: [
      "acl",
      "grant",
      "lifecycle_rule",
      "logging",
      "object_lock_configuration",
      "policy",
      "server_side_encryption_configuration",
      "versioning",
    ],
    isGlobal: true,
    isKeptInRegion: true,
    key: "{place}/{bucket}",
    owns: "{place}/{bucket}",
    name: "bucket",
    computed: {
      arn: ({ place, name }) => bucketArn(place.partition, name),
      id: ({ name }) => name,
    },
    loss: "Terraform stops where log files are in it",
    policy: { type: "aws_s3_bucket_policy", by: ["{place}/{bucket}"] },
  },
  aws_s3_bucket_policy: {
    isGlobal: true,
    key: "{place}/{bucket}",
    unique: "{place}/{bucket}",
    name: "bucket",
    loss: "CloudTrail may not write to the bucket without it",
  },
  aws_s3_bucket_lifecycle_configuration: settingOfBucket("log files are kept without an end"),
  aws_s3_bucket_logging: settingOfBucket("who reads log files is not recorded any more"),
  aws_s3_bucket_object_lock_configuration: settingOfBucket("log files can be deleted"),
  aws_s3_bucket_ownership_controls: settingOfBucket("log files may belong to another account"),
  aws_s3_bucket_public_access_block: settingOfBucket("the bucket can be opened to the public"),
  aws_s3_bucket_server_side_encryption_configuration: settingOfBucket(
    "new log files are encrypted with a key of Amazon S3",
  ),
  aws_s3_bucket_versioning: settingOfBucket("log files that are overwritten are gone"),
};
