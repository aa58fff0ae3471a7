import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";

/** Properties of a {@link TrailBucket}. */
export interface TrailBucketProps {
  readonly provider: TerraformProvider;
  /** Name, 3 to 63 characters, unique in all of AWS. */
  readonly name: string;
  /** JSON of the bucket policy. */
  readonly policy: string;
  readonly keyArn: string;
  /** Days after which log files are deleted. */
  readonly retentionDays: number;
  /** Days in which no principal, root included, can delete a log file. @default - no object lock */
  readonly objectLockDays?: number;
  /** Existing bucket that S3 writes access logs to. @default - no access logs */
  readonly accessLogBucketName?: string;
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** A private, versioned, encrypted bucket for the log files of a trail. */
export class TrailBucket extends Construct {
  public readonly bucketName: string;
  /** What must exist before a trail may write. */
  public readonly permission: ITerraformDependable;

  constructor(scope: Construct, id: string, props: TrailBucketProps) {
    super(scope, id);
    const { provider } = props;
    const bucket = new S3Bucket(this, "Resource", {
      provider,
      bucket: props.name,
      ...(props.objectLockDays !== undefined && { objectLockEnabled: true }),
      ...(props.lifecycle && { lifecycle: props.lifecycle }),
    });
    const common = { provider, bucket: bucket.bucket };
    this.bucketName = bucket.bucket;
    const publicAccess = new S3BucketPublicAccessBlock(this, "PublicAccessBlock", {
      ...common,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "OwnershipControls", {
      ...common,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const versioning = new S3BucketVersioningA(this, "Versioning", {
      ...common,
      versioningConfiguration: { status: "Enabled" },
    });
    if (props.objectLockDays !== undefined) {
      new S3BucketObjectLockConfigurationA(this, "ObjectLock", {
        ...common,
        rule: { defaultRetention: { mode: "COMPLIANCE", days: props.objectLockDays } },
        dependsOn: [versioning],
      });
    }
    if (props.accessLogBucketName !== undefined) {
      new S3BucketLoggingA(this, "AccessLogs", {
        ...common,
        targetBucket: props.accessLogBucketName,
        targetPrefix: `${props.name}/`,
      });
    }
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      ...common,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: props.keyArn,
          },
          bucketKeyEnabled: true,
        },
      ],
    });
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      ...common,
      rule: [
        {
          id: "expire-log-files",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: props.retentionDays }],
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
    this.permission = new S3BucketPolicy(this, "Policy", {
      ...common,
      policy: props.policy,
      // S3 refuses two changes of a bucket's access at the same time.
      dependsOn: [publicAccess],
    });
  }
}
