import type { Place } from "../../src/aws";

/** Name of the trail, of its log group and, as an alias, of its key. */
export function trailName(namePrefix: string): string {
  return `${namePrefix}-trail`;
}

/** Name of the trail's bucket: bucket names are global, so account and region are part of it. */
export function trailBucketName(namePrefix: string, { account, region }: Place): string {
  return `${namePrefix}-trail-${account}-${region}`;
}

/** Name of the role with which CloudTrail writes to the log group. */
export function trailLogRoleName(namePrefix: string): string {
  return `${namePrefix}-trail-logs`;
}
