import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import {
  Token,
  type ITerraformDependable,
  type TerraformProvider,
  type TerraformResourceLifecycle,
} from "cdktf";
import { Construct } from "constructs";
import { policyDocument, trailArn, type Place } from "../../src/aws";
import { roleProblems, type CreatedRoles } from "../created-roles";
import { trailBucketName, trailLogRoleName, trailName } from "../names";
import { refuseOtherShapes } from "../property-shapes";
import {
  accountProblems,
  bucketProblems,
  keyProblems,
  numberProblems,
  organizationProblems,
  placeProblems,
  prefixProblems,
  refuse,
} from "../property-validation";
import { eventSelectors } from "./event-selectors";
import { bucketStatements, trailKeyStatements, type TrailSubjects } from "./policies";
import { TrailBucket } from "./trail-bucket";
import { TrailLogGroup } from "./trail-log-group";
import { trailShapes } from "./property-shapes";

/** Properties of an {@link OrganizationTrail}. */
export interface OrganizationTrailProps {
  /** Provider of the account and region of `place`. */
  readonly provider: TerraformProvider;
  /** Management account or delegated administrator, and the trail's home region. */
  readonly place: Place;
  /** 12 digits: it owns the trail, whichever account creates it. */
  readonly managementAccount: string;
  /** Id of the organization, such as `o-a1b2c3d4e5`. */
  readonly organizationId: string;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  /**
   * Name of the bucket to create, 3 to 63 characters.
   * @default - name prefix, account and region
   */
  readonly bucketName?: string;
  /**
   * Name of an existing bucket of the same account and region that S3 writes access logs to, under the
   * name of the trail's bucket.
   * @default - no access logs
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
   */
  readonly accessLogBucketName?: string;
  /** Days after which log files are deleted. @default 365 */
  readonly retentionDays?: number;
  /** Days that CloudWatch Logs keeps events, or false for no log group. @default 90 */
  readonly logRetentionDays?: number | false;
  /**
   * Name of an existing bucket, instead of a new one. Its policy is its owner's and must
   * let CloudTrail write for this trail.
   */
  readonly existingBucketName?: string;
  /**
   * ARN of a customer-managed key that CloudTrail, and CloudWatch Logs where a log group is created, may
   * use for this trail.
   * @default - a key is created
   */
  readonly existingKeyArn?: string;
  /**
   * A log group in the account and region of `place`, by its ARN without `:*`, and the role that
   * CloudTrail writes to it with.
   * @default - a log group is created, unless `logRetentionDays` is false
   */
  readonly existingLogGroup?: { readonly arn: string; readonly roleArn: string };
  /** True where an alert kind needs events that only read. @default false */
  readonly logReadEvents?: boolean;
  /**
   * Name of the forwarders' dead-letter queues: the trail then records what is sent to them, in every
   * account and region, so that one alarm on its log group sees them all. AWS bills data events,
   * $0.10 per 100,000.
   * @default - only management events are recorded
   */
  readonly deadLetterQueueName?: string;
  /** Days in which no principal, root included, can delete a log file. @default - log files can be deleted */
  readonly objectLockDays?: number;
  /** Whether Terraform refuses to destroy trail, bucket and key. @default true */
  readonly deletionProtection?: boolean;
  /** Path and permissions boundary of the role that is created for the log group. @default - neither */
  readonly createdRoles?: CreatedRoles;
}

/** What the trail writes to; the permission exists where it is created here. */
interface LogDestination {
  readonly arnForTrail: string;
  readonly roleArn: string;
  readonly permission?: ITerraformDependable;
  readonly resource?: ITerraformDependable;
}

/** Refuses what AWS would refuse, or would accept and keep nothing by; all at once. @throws RangeError */
function validateTrail(props: OrganizationTrailProps): void {
  const { organizationId, retentionDays = 365, objectLockDays, existingKeyArn } = props;
  const isKnown = ![retentionDays, objectLockDays].some((days) => Token.isUnresolved(days));
  refuse([
    ...placeProblems(props),
    ...accountProblems("managementAccount", props.managementAccount),
    ...prefixProblems(props.namePrefix),
    ...(props.existingBucketName !== undefined
      ? []
      : props.bucketName !== undefined
        ? bucketProblems(props.bucketName)
        : bucketProblems(trailBucketName(props.namePrefix, props.place), "namePrefix")),
    ...organizationProblems(organizationId),
    ...numberProblems("retentionDays", retentionDays, 1),
    ...numberProblems("objectLockDays", objectLockDays, 1),
    ...(isKnown && objectLockDays !== undefined && objectLockDays > retentionDays
      ? [`'objectLockDays' must be at most retentionDays, ${retentionDays}, got: ${objectLockDays}`]
      : []),
    ...keyProblems("existingKeyArn", existingKeyArn),
    ...roleProblems(props.createdRoles),
  ]);
}

/**
 * The trail that makes every account of an organization record its sign-ins, without which
 * EventBridge delivers none.
 * @throws RangeError for an invalid place, management account, prefix, bucket, organization, key or days
 * of keeping
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 */
export class OrganizationTrail extends Construct {
  /** ARN of the trail. */
  public readonly arn: string;
  /** Name of the bucket that keeps its log files. */
  public readonly bucketName: string;
  /** The log group, where one is created here. */
  public readonly logGroup?: { readonly name: string; readonly resource: ITerraformDependable };

  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    refuseOtherShapes(props, trailShapes);
    validateTrail(props);
    const { provider, place, namePrefix } = props;
    const name = trailName(namePrefix);
    const subjects: TrailSubjects = {
      place,
      managementAccount: props.managementAccount,
      organizationId: props.organizationId,
      trailArn: trailArn({ ...place, account: props.managementAccount }, name),
      bucketName: props.bucketName ?? trailBucketName(namePrefix, place),
      logGroupName: name,
    };
    const lifecycle =
      props.deletionProtection === false ? {} : { lifecycle: { preventDestroy: true } };
    const keyArn = props.existingKeyArn ?? this.key(provider, name, subjects, lifecycle).arn;
    const bucket: Pick<TrailBucket, "bucketName"> & Partial<Pick<TrailBucket, "permission">> =
      props.existingBucketName === undefined
        ? new TrailBucket(this, "Bucket", {
            provider,
            name: subjects.bucketName,
            policy: policyDocument(...bucketStatements(subjects)),
            keyArn,
            retentionDays: props.retentionDays ?? 365,
            ...(props.objectLockDays !== undefined && { objectLockDays: props.objectLockDays }),
            ...(props.accessLogBucketName !== undefined && {
              accessLogBucketName: props.accessLogBucketName,
            }),
            ...lifecycle,
          })
        : { bucketName: props.existingBucketName };
    this.bucketName = bucket.bucketName;
    const logGroup = this.logDestination(props, subjects, keyArn);
    if (logGroup?.resource) {
      this.logGroup = { name: subjects.logGroupName, resource: logGroup.resource };
    }
    const trail = new Cloudtrail(this, "Resource", {
      provider,
      ...lifecycle,
      name,
      s3BucketName: bucket.bucketName,
      kmsKeyId: keyArn,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      ...eventSelectors(props),
      ...(logGroup && {
        cloudWatchLogsGroupArn: logGroup.arnForTrail,
        cloudWatchLogsRoleArn: logGroup.roleArn,
      }),
      dependsOn: [bucket.permission, logGroup?.permission].filter(
        (permission) => permission !== undefined,
      ),
    });
    this.arn = trail.arn;
  }

  private logDestination(
    props: OrganizationTrailProps,
    subjects: TrailSubjects,
    keyArn: string,
  ): LogDestination | undefined {
    if (props.existingLogGroup) {
      const { arn, roleArn } = props.existingLogGroup;
      return { arnForTrail: `${arn}:*`, roleArn };
    }
    const retentionDays = props.logRetentionDays ?? 90;
    if (retentionDays === false) return undefined;
    return new TrailLogGroup(this, "LogGroup", {
      provider: props.provider,
      subjects,
      roleName: trailLogRoleName(props.namePrefix),
      keyArn,
      retentionDays,
      createdRoles: props.createdRoles,
    });
  }

  private key(
    provider: TerraformProvider,
    name: string,
    subjects: TrailSubjects,
    lifecycle: { readonly lifecycle?: TerraformResourceLifecycle },
  ): KmsKey {
    const key = new KmsKey(this, "Key", {
      provider,
      description: `Encrypts the log files and log group of the trail ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      ...lifecycle,
      policy: policyDocument(...trailKeyStatements(subjects)),
    });
    new KmsAlias(this, "KeyAlias", { provider, name: `alias/${name}`, targetKeyId: key.keyId });
    return key;
  }
}
