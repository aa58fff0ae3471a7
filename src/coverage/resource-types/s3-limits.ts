import { word, type ArgumentForm, type ArgumentLimits } from "./argument-form";

const bucket = word(63);
const expected_bucket_owner: ArgumentForm = { allowed: /^\d{12}$/u };
const switched = ["Enabled", "Disabled"] as const;
const enabled = ["Enabled"] as const;
const retentionModes = ["GOVERNANCE", "COMPLIANCE"] as const;
const algorithms = ["AES256", "aws:kms", "aws:kms:dsse"] as const;
const date: ArgumentForm = {
  allowed: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u,
};
const day: ArgumentForm = { allowed: /^\d{4}-\d{2}-\d{2}$/u };
const most = 2 ** 31 - 1;
const days: ArgumentForm = { from: 0, to: most };
const least1: ArgumentForm = { from: 1, to: most };
/** Classes that objects are moved to. */
const storageClasses = [
  ...["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING"],
  ...["DEEP_ARCHIVE", "GLACIER_IR"],
];
const rules = "replication_configuration.rules";

/** What the provider accepts of types of Amazon S3. */
export const s3Limits: Readonly<Record<string, ArgumentLimits>> = {
  aws_s3_bucket: {
    forms: {
      bucket: { longest: 63 },
      bucket_prefix: { longest: 37 },
      acceleration_status: ["Enabled", "Suspended"],
      acl: [
        ...["private", "public-read", "public-read-write", "authenticated-read"],
        ...["aws-exec-read", "log-delivery-write"],
      ],
      policy: "json",
      request_payer: ["Requester", "BucketOwner"],
      "grant.permissions": { each: ["FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP"] },
      "grant.type": ["CanonicalUser", "Group"],
      "lifecycle_rule.id": { longest: 255 },
      "lifecycle_rule.expiration.date": day,
      "lifecycle_rule.expiration.days": { from: 0 },
      "lifecycle_rule.noncurrent_version_expiration.days": { from: 1 },
      "lifecycle_rule.noncurrent_version_transition.days": { from: 0 },
      "lifecycle_rule.noncurrent_version_transition.storage_class": storageClasses,
      "lifecycle_rule.transition.date": day,
      "lifecycle_rule.transition.days": { from: 0 },
      "lifecycle_rule.transition.storage_class": storageClasses,
      "object_lock_configuration.object_lock_enabled": enabled,
      "object_lock_configuration.rule.default_retention.mode": retentionModes,
      [`${rules}.delete_marker_replication_status`]: enabled,
      [`${rules}.id`]: { longest: 255 },
      [`${rules}.prefix`]: { longest: 1024 },
      [`${rules}.status`]: switched,
      [`${rules}.destination.account_id`]: { allowed: /^\d{12}$/u },
      [`${rules}.destination.bucket`]: "arn",
      [`${rules}.destination.access_control_translation.owner`]: ["Destination"],
      [`${rules}.destination.metrics.status`]: switched,
      [`${rules}.destination.replication_time.status`]: switched,
      "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm":
        algorithms,
    },
    exclusive: [["bucket", "bucket_prefix"]],
  },
  aws_s3_bucket_policy: { forms: { policy: "json" } },
  aws_s3_bucket_lifecycle_configuration: {
    forms: {
      bucket,
      expected_bucket_owner,
      transition_default_minimum_object_size: [
        ...["varies_by_storage_class", "all_storage_classes_128K", ""],
      ],
      "rule.id": word(255),
      "rule.status": switched,
      "rule.expiration.date": date,
      "rule.abort_incomplete_multipart_upload.days_after_initiation": { to: most },
      "rule.expiration.days": { to: most },
      "rule.filter.and.object_size_greater_than": { from: 0 },
      "rule.filter.and.object_size_less_than": { from: 1 },
      "rule.noncurrent_version_expiration.newer_noncurrent_versions": least1,
      "rule.noncurrent_version_expiration.noncurrent_days": least1,
      "rule.noncurrent_version_transition.newer_noncurrent_versions": least1,
      "rule.noncurrent_version_transition.noncurrent_days": days,
      "rule.noncurrent_version_transition.storage_class": [...storageClasses, ""],
      "rule.transition.date": date,
      "rule.transition.days": days,
      "rule.transition.storage_class": [...storageClasses, ""],
    },
  },
  aws_s3_bucket_logging: {
    forms: {
      bucket,
      expected_bucket_owner,
      "target_grant.permission": ["FULL_CONTROL", "READ", "WRITE"],
      "target_grant.grantee.type": ["CanonicalUser", "AmazonCustomerByEmail", "Group"],
      "target_object_key_format.partitioned_prefix.partition_date_source": [
        ...["EventTime", "DeliveryTime"],
      ],
    },
  },
  aws_s3_bucket_object_lock_configuration: {
    forms: {
      bucket,
      expected_bucket_owner,
      object_lock_enabled: enabled,
      "rule.default_retention.mode": retentionModes,
    },
    exclusive: [["rule.default_retention.days", "rule.default_retention.years"]],
  },
  aws_s3_bucket_ownership_controls: {
    forms: {
      bucket: { allowed: /./su },
      "rule.object_ownership": ["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"],
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    forms: {
      bucket,
      expected_bucket_owner,
      "rule.apply_server_side_encryption_by_default.sse_algorithm": algorithms,
    },
  },
  aws_s3_bucket_versioning: {
    forms: {
      bucket,
      expected_bucket_owner,
      "versioning_configuration.status": ["Enabled", "Suspended", "Disabled"],
      "versioning_configuration.mfa_delete": switched,
    },
  },
};
