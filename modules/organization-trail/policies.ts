import {
  accountRootArn,
  bucketArn,
  logGroupArn,
  onlyWithTls,
  trailArn,
  type Place,
  type PolicyStatement,
} from "../../src/aws";
import { logsPrincipal } from "../../src/aws/service-principals";

/** What the policies of a trail speak of. */
export interface TrailSubjects {
  /** Where the trail's resources are. */
  readonly place: Place;
  readonly managementAccount: string;
  readonly organizationId: string;
  /** Carries the management account's id even where a delegated administrator created the trail. */
  readonly trailArn: string;
  readonly bucketName: string;
  readonly logGroupName: string;
}

const cloudTrail = { Service: "cloudtrail.amazonaws.com" } as const;

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html#org-trail-bucket-policy */
export function bucketStatements(subjects: TrailSubjects): readonly PolicyStatement[] {
  const { managementAccount, organizationId, trailArn } = subjects;
  const bucket = bucketArn(subjects.place.partition ?? "aws", subjects.bucketName);
  const ofTrail = { "aws:SourceArn": trailArn };
  const write = (Sid: string, folder: string): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    Principal: cloudTrail,
    Action: "s3:PutObject",
    Resource: `${bucket}/AWSLogs/${folder}/*`,
    Condition: { StringEquals: { ...ofTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
  });
  return [
    {
      Sid: "TrailChecksBucket",
      Effect: "Allow",
      Principal: cloudTrail,
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: ofTrail },
    },
    write("TrailWritesManagementAccount", managementAccount),
    write("TrailWritesOrganization", organizationId),
    onlyWithTls("s3:*", bucket, `${bucket}/*`),
  ];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
export function trailKeyStatements(subjects: TrailSubjects): readonly PolicyStatement[] {
  const { place, managementAccount } = subjects;
  const anyTrail = trailArn({ ...place, account: managementAccount, region: "*" }, "*");
  const ofTrail = { StringEquals: { "aws:SourceArn": subjects.trailArn } };
  return [
    {
      Sid: "AccountAdministersKey",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(place) },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "TrailEncryptsLogFiles",
      Effect: "Allow",
      Principal: cloudTrail,
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        ...ofTrail,
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": anyTrail },
      },
    },
    {
      Sid: "TrailChecksKey",
      Effect: "Allow",
      Principal: cloudTrail,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: ofTrail,
    },
    {
      // CloudTrail decrypts because the bucket uses a bucket key.
      Sid: "TrailUsesBucketKey",
      Effect: "Allow",
      Principal: cloudTrail,
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: ofTrail,
    },
    {
      Sid: "LogGroupEncryptsEvents",
      Effect: "Allow",
      Principal: { Service: logsPrincipal(place) },
      Action: [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*",
      ],
      Resource: "*",
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": logGroupArn(place, subjects.logGroupName),
        },
      },
    },
  ];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
export function logRoleStatements(subjects: TrailSubjects): readonly PolicyStatement[] {
  const { place, managementAccount, organizationId } = subjects;
  const streams = `${logGroupArn(place, subjects.logGroupName)}:log-stream`;
  return [
    {
      Sid: "TrailWritesLogStreams",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [
        `${streams}:${managementAccount}_CloudTrail_${place.region}*`,
        `${streams}:${organizationId}_*`,
      ],
    },
  ];
}

/** Who may assume the role that writes to the log group. */
export function logRoleTrust({ trailArn }: TrailSubjects): PolicyStatement {
  return {
    Sid: "TrailAssumesRole",
    Effect: "Allow",
    Principal: cloudTrail,
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceArn": trailArn } },
  };
}
