import { parseArn } from "../../aws";
import { BlockedError, blocked, blockersOf, withDetail } from "../finding";
import type { Resource } from "../inventory";
import {
  flag,
  optionalText,
  placeOf,
  requireAllowed,
  shownAddress,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import { findKey, keyPolicies } from "./key";
import { ownerArn } from "./trail-owner";
import { checkTrailLogs } from "./trail-logs";

const BUCKET = "trail-bucket-policy-denies";
const principal = { service: "cloudtrail.amazonaws.com" };

/**
 * CloudTrail makes no trail that may not write its log files, use its key or reach its log group.
 * @throws BlockedError when the bucket, the key or the log group does not let it
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function trailCanWrite(index: ResourceIndex, trail: Resource): void {
  index.once(`trail permissions ${shownAddress(trail)}`, () => {
    const [blocker] = blockersOf(() => {
      const policy = bucketPolicy(index, trail);
      const json = text(policy, "policy");
      const arn = ownerArn(index, trail, json);
      checkBucket(index, trail, policy, arn);
      checkKey(index, trail, arn);
      checkTrailLogs(index, trail, { trailArn: arn, organization: organizationIn(json) });
    });
    if (blocker === undefined) return;
    const consequence = `(so the trail ${shownAddress(trail)} cannot be created)`;
    throw new BlockedError(withDetail(blocker, (detail) => `${detail} ${consequence}`.trimStart()));
  });
}

function bucketPolicy(index: ResourceIndex, trail: Resource): Resource {
  const key = `${placeOf(trail).account}/${text(trail, "s3_bucket_name")}`;
  const [policy] = index.find("aws_s3_bucket_policy", key);
  const [bucket] = index.find("aws_s3_bucket", key);
  if (policy !== undefined && bucket !== undefined) return policy;
  const missing = bucket === undefined ? "bucket" : "policy of the bucket";
  return blocked("trail-bucket-missing", policy ?? bucket ?? trail, `the ${missing} ${key}`);
}

function checkBucket(index: ResourceIndex, trail: Resource, policy: Resource, arn: string): void {
  const json = text(policy, "policy");
  const organization = organizationIn(json);
  if (organization === undefined) {
    return blocked(BUCKET, policy, "for no organization: no AWSLogs/o-…");
  }
  const name = text(trail, "s3_bucket_name");
  const owner = parseArn(arn)?.account ?? "";
  const [bucket] = index.find("aws_s3_bucket", `${placeOf(trail).account}/${name}`);
  const attached: readonly AttachedPolicy[] = [{ resource: policy, json, kind: "resource" }];
  const requests = [
    ["s3:GetBucketAcl", ""],
    ["s3:PutObject", `/AWSLogs/${owner}/CloudTrail/log`],
    ["s3:PutObject", `/AWSLogs/${organization}/${owner}/CloudTrail/log`],
  ] as const;
  for (const [action, path] of requests) {
    const [blocker] = blockersOf(() =>
      requireAllowed(index, BUCKET, policy, attached, {
        principal,
        action,
        resource: `${text(bucket ?? trail, "arn")}${path}`,
        context: {
          "aws:SourceArn": arn,
          "aws:SecureTransport": true,
          "s3:x-amz-acl": "bucket-owner-full-control",
        },
      }),
    );
    if (blocker) {
      const at = `, for the bucket ${shownAddress(bucket ?? trail)}`;
      throw new BlockedError(withDetail(blocker, (detail) => `${detail}${at}`));
    }
  }
}

/** The organization that a bucket policy lets a trail write for. */
export function organizationIn(policy: string): string | undefined {
  return /AWSLogs\/(o-[a-z0-9]+)\//u.exec(policy)?.[1];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
function checkKey(index: ResourceIndex, trail: Resource, arn: string): void {
  const name = optionalText(trail, "kms_key_id");
  if (name === undefined) return;
  const key = findKey(index, placeOf(trail), name);
  if (key === undefined) return blocked("key-missing", trail, name);
  if (placeOf(key).region !== placeOf(trail).region) {
    blocked("different-place", key, `the trail's bucket is in ${placeOf(trail).region}`);
  }
  if (!flag(key, "is_enabled", true)) blocked("key-disabled", key);
  for (const action of ["kms:GenerateDataKey", "kms:DescribeKey", "kms:Decrypt"]) {
    requireAllowed(index, "key-policy-denies", key, keyPolicies(index, key), {
      principal,
      action,
      resource: text(key, "arn"),
      context: { "aws:SourceArn": arn, "kms:EncryptionContext:aws:cloudtrail:arn": arn },
    });
  }
}
