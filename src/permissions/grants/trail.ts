import { bucketArn, trailArn } from "../../aws/arn";
import type { Grant, TypeGrants } from "../grant";
import { named, passing, serviceLinkedRole } from "./targets";

const bucket = named(({ place, text }) => bucketArn(place.partition, text("bucket")));

const setting = (reading: string, writing: string): readonly Grant[] => [
  { on: bucket, plan: [reading], deploy: [writing] },
];

/**
 * AWS CloudTrail, and Amazon S3 for its bucket.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html
 */
export const trail: TypeGrants = {
  aws_cloudtrail: [
    { on: "anything in its region", plan: ["cloudtrail:DescribeTrails"] },
    {
      on: named(({ place, text }) => trailArn(place, text("name"))),
      plan: ["cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus", "cloudtrail:ListTags"],
      deploy: [
        "cloudtrail:AddTags",
        "cloudtrail:CreateTrail",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:RemoveTags",
        "cloudtrail:StartLogging",
        "cloudtrail:UpdateTrail",
      ],
    },
    // A trail of an organization asks AWS Organizations, and needs a role of its own in each account.
    {
      on: "anything",
      deploy: [
        "organizations:DescribeOrganization",
        "organizations:ListAWSServiceAccessForOrganization",
      ],
    },
    serviceLinkedRole("cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail"),
    {
      on: ({ role }) => [
        role("aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail"),
      ],
      deploy: ["iam:GetRole"],
    },
    passing("cloud_watch_logs_role_arn", "cloudtrail.amazonaws.com"),
  ],
  aws_s3_bucket: [
    {
      on: bucket,
      plan: [
        // The provider reads every setting of a bucket, managed here or not.
        "s3:GetAccelerateConfiguration",
        "s3:GetBucketAcl",
        "s3:GetBucketCORS",
        "s3:GetBucketLogging",
        "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketPolicy",
        "s3:GetBucketRequestPayment",
        "s3:GetBucketTagging",
        "s3:GetBucketVersioning",
        "s3:GetBucketWebsite",
        "s3:GetEncryptionConfiguration",
        "s3:GetLifecycleConfiguration",
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
        // Newer versions of the provider tag by this, and the older way where it is refused.
        "s3:ListTagsForResource",
      ],
      deploy: [
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:PutBucketTagging",
        "s3:TagResource",
        "s3:UntagResource",
        // A bucket that is created with object lock is created with versions, too.
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketVersioning",
      ],
    },
  ],
  aws_s3_bucket_lifecycle_configuration: setting(
    "s3:GetLifecycleConfiguration",
    "s3:PutLifecycleConfiguration",
  ),
  aws_s3_bucket_logging: setting("s3:GetBucketLogging", "s3:PutBucketLogging"),
  aws_s3_bucket_object_lock_configuration: setting(
    "s3:GetBucketObjectLockConfiguration",
    "s3:PutBucketObjectLockConfiguration",
  ),
  aws_s3_bucket_ownership_controls: setting(
    "s3:GetBucketOwnershipControls",
    "s3:PutBucketOwnershipControls",
  ),
  aws_s3_bucket_policy: [
    {
      on: bucket,
      plan: ["s3:GetBucketPolicy"],
      deploy: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy"],
    },
  ],
  aws_s3_bucket_public_access_block: setting(
    "s3:GetBucketPublicAccessBlock",
    "s3:PutBucketPublicAccessBlock",
  ),
  aws_s3_bucket_server_side_encryption_configuration: setting(
    "s3:GetEncryptionConfiguration",
    "s3:PutEncryptionConfiguration",
  ),
  aws_s3_bucket_versioning: setting("s3:GetBucketVersioning", "s3:PutBucketVersioning"),
};
