import { parseArn } from "../../aws";
import { partitionOfRegion } from "../../aws/regions";
import { logsPrincipal } from "../../aws/service-principals";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import {
  flag,
  optionalText,
  placeOf,
  requireAllowed,
  text,
  type ResourceIndex,
} from "../resource-index";
import { findKey, keyPolicies } from "./key";
import { permissionsOf } from "./role";

const ROLE = "trail-log-role-denies";

/** Whom a trail is of. */
export interface TrailOwner {
  readonly trailArn: string;
  /** Id of the organization that it may write for. */
  readonly organization: string | undefined;
}

/**
 * The log group of a trail, where it has one, and the role it writes with.
 * @throws BlockedError when CloudTrail could not use them
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function checkTrailLogs(
  index: ResourceIndex,
  trail: Resource,
  { trailArn, organization }: TrailOwner,
): void {
  const groupArn = optionalText(trail, "cloud_watch_logs_group_arn")?.replace(/:\*$/u, "");
  if (groupArn === undefined) return;
  const [group] = index.find("aws_cloudwatch_log_group", groupArn);
  if (group === undefined) return blocked("log-group-missing", trail, groupArn);
  checkGroupKey(index, group, groupArn);
  const roleArn = text(trail, "cloud_watch_logs_role_arn");
  const [role] = index.find("aws_iam_role", roleArn);
  if (role === undefined) return blocked("role-missing", trail, roleArn);
  const trust = { resource: role, json: text(role, "assume_role_policy"), kind: "trust" as const };
  requireAllowed(index, ROLE, role, [trust], {
    principal: { service: "cloudtrail.amazonaws.com" },
    action: "sts:AssumeRole",
    resource: roleArn,
    context: { "aws:SourceArn": trailArn },
  });
  const { account, region } = placeOf(trail);
  const owner = parseArn(trailArn)?.account ?? account;
  const ofOrganization =
    organization !== undefined && flag(trail, "is_organization_trail", false)
      ? [`${organization}_any`]
      : [];
  const permissions = permissionsOf(index, role);
  for (const stream of [`${owner}_CloudTrail_${region}`, ...ofOrganization]) {
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      requireAllowed(index, ROLE, role, permissions, {
        principal: { account, arn: roleArn },
        action,
        resource: `${groupArn}:log-stream:${stream}`,
        context: {},
      });
    }
  }
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function checkGroupKey(index: ResourceIndex, group: Resource, groupArn: string): void {
  const name = optionalText(group, "kms_key_id");
  if (name === undefined) return;
  const place = placeOf(group);
  const key = findKey(index, place, name);
  if (key === undefined) return blocked("key-missing", group, name);
  const partition = partitionOfRegion(place.region);
  for (const action of ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]) {
    requireAllowed(index, "key-policy-denies", key, keyPolicies(index, key), {
      principal: { service: logsPrincipal({ ...place, partition }) },
      action,
      resource: text(key, "arn"),
      context: { "kms:EncryptionContext:aws:logs:arn": groupArn },
    });
  }
}
