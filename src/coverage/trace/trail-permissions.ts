import { parseArn, trailArn } from "../../aws";
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
import { encryptionKey, requireGroupKey, requireKeyUse, requireTrust } from "./access";
import { permissionsOf } from "./role-permissions";
import { boundaryHops } from "./boundary";

const service = "cloudtrail.amazonaws.com";

/** What is not known of a trail's role besides its Terraform. */
export interface TrailAssumptions {
  /** Permissions boundary that every role is to have. */
  readonly permissionsBoundary?: string | undefined;
}

/** Whom a trail is of. */
interface TrailOwner extends TrailAssumptions {
  readonly trailArn: string;
  /** Id of the organization that it may write for. */
  readonly organization: string | undefined;
}

/**
 * CloudTrail makes no trail that may not write its log files, use its key or reach its log group.
 * @throws BlockedError when the bucket, the key or the log group does not let it
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function trailCanWrite(
  index: ResourceIndex,
  trail: Resource,
  { permissionsBoundary }: TrailAssumptions,
): void {
  index.once(`trail permissions ${shownAddress(trail)} ${permissionsBoundary ?? ""}`, () => {
    const [blocker] = blockersOf(() => {
      const key = `${placeOf(trail).account}/${text(trail, "s3_bucket_name")}`;
      const [policy] = index.find("aws_s3_bucket_policy", key);
      const [bucket] = index.find("aws_s3_bucket", key);
      if (policy === undefined || bucket === undefined) {
        const missing = bucket === undefined ? "bucket" : "policy of the bucket";
        return blocked(
          "trail-bucket-policy-denies",
          policy ?? bucket ?? trail,
          `the ${missing} ${key} is missing`,
        );
      }
      const json = text(policy, "policy");
      const owner = {
        trailArn: ownerArn(index, trail, json),
        organization: organizationIn(json),
        permissionsBoundary,
      };
      checkBucket(index, bucket, policy, owner);
      checkKey(index, trail, bucket, owner);
      checkTrailLogs(index, trail, owner);
    });
    if (blocker === undefined) return;
    const consequence = `(so the trail ${shownAddress(trail)} cannot be created)`;
    throw new BlockedError(withDetail(blocker, (detail) => `${detail} ${consequence}`.trimStart()));
  });
}

/**
 * The ARN of a trail. One that a delegated administrator makes belongs to the management account:
 * the bucket policy names it, and is believed where rules of that account exist too.
 */
function ownerArn(index: ResourceIndex, trail: Resource, bucketPolicy: string): string {
  const own = text(trail, "arn");
  if (bucketPolicy.includes(`"${own}"`)) return own;
  const { account, region } = placeOf(trail);
  const partition = parseArn(own)?.partition ?? "aws";
  const rules = index.keys("aws_cloudwatch_event_rule");
  const others = [...bucketPolicy.matchAll(/:cloudtrail:[^:"]*:(\d{12}):trail\//gu)]
    .map(([, other]) => other ?? "")
    .filter((other) => other !== account && rules.some((key) => key.startsWith(`${other}/`)))
    .map((other) => trailArn({ partition, account: other, region }, text(trail, "name")));
  return others.find((arn) => bucketPolicy.includes(`"${arn}"`)) ?? own;
}

function checkBucket(
  index: ResourceIndex,
  bucket: Resource,
  policy: Resource,
  { trailArn: arn, organization }: TrailOwner,
): void {
  const rule = "trail-bucket-policy-denies";
  if (organization === undefined) blocked(rule, policy, "for no organization: no AWSLogs/o-…");
  const owner = parseArn(arn)?.account ?? "";
  const { account, region } = placeOf(bucket);
  const json = text(policy, "policy");
  const attached: readonly AttachedPolicy[] = [{ resource: policy, json, kind: "resource" }];
  const requests = [
    ["s3:GetBucketAcl", ""],
    ["s3:PutObject", `/AWSLogs/${owner}/CloudTrail`],
    ["s3:PutObject", `/AWSLogs/${organization}/${owner}/CloudTrail`],
  ] as const;
  for (const [action, path] of requests) {
    const [blocker] = blockersOf(() =>
      requireAllowed(index, rule, policy, attached, {
        kind: "trail to bucket",
        principal: { service },
        action,
        resource: `${text(bucket, "arn")}${path}`,
        isResourceOpen: path !== "",
        source: arn,
        organization,
        resourceAccount: account,
        regions: [region],
        ...(path !== "" && { also: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
      }),
    );
    if (blocker) {
      const at = `, for the bucket ${shownAddress(bucket)}`;
      throw new BlockedError(withDetail(blocker, (detail) => `${detail}${at}`));
    }
  }
}

/**
 * The key has to be in the region of the bucket, which may be another one than that of the trail.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 */
function checkKey(
  index: ResourceIndex,
  trail: Resource,
  bucket: Resource,
  { trailArn: arn, organization }: TrailOwner,
): void {
  const { region } = placeOf(bucket);
  const key = encryptionKey(index, trail, "kms_key_id", { region });
  if (key === undefined) return;
  const actions = ["kms:GenerateDataKey", "kms:DescribeKey", "kms:Decrypt"];
  requireKeyUse(index, key, actions, {
    kind: "trail to key",
    principal: { service },
    source: arn,
    organization,
  });
}

/**
 * The log group of a trail, where it has one, and the role it writes with.
 * @throws BlockedError when CloudTrail could not use them
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
function checkTrailLogs(
  index: ResourceIndex,
  trail: Resource,
  { trailArn: arn, organization, permissionsBoundary }: TrailOwner,
): void {
  const groupArn = optionalText(trail, "cloud_watch_logs_group_arn")?.replace(/:\*$/u, "");
  if (groupArn === undefined) return;
  const group = index.named("aws_cloudwatch_log_group", groupArn, "destination-missing", trail);
  requireGroupKey(index, group, groupArn);
  const roleArn = text(trail, "cloud_watch_logs_role_arn");
  const role = index.named("aws_iam_role", roleArn, "role-missing", trail);
  const rule = "trail-log-role-denies";
  requireTrust(index, role, service, { kind: "service to role", source: arn }, rule);
  const { account, region } = placeOf(trail);
  const owner = parseArn(arn)?.account ?? account;
  const ofOrganization =
    organization !== undefined && flag(trail, "is_organization_trail", false)
      ? [`${organization}_`]
      : [];
  const permissions = permissionsOf(index, role);
  for (const stream of [`${owner}_CloudTrail_${region}`, ...ofOrganization]) {
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      const call = {
        kind: "role to resource",
        principal: { account, arn: roleArn },
        action,
        resource: `${groupArn}:log-stream:${stream}`,
        isResourceOpen: true,
      } as const;
      requireAllowed(index, rule, role, permissions, call);
      boundaryHops(index, role, call, permissionsBoundary);
    }
  }
}

/** The organization that a bucket policy lets a trail write for. */
function organizationIn(policy: string): string | undefined {
  return /AWSLogs\/(o-[a-z0-9]+)\//u.exec(policy)?.[1];
}
