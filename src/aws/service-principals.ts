import type { Place } from "./arn";

/**
 * Unlike other services, CloudWatch Logs has a principal per region, in China under another domain.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsPrincipal({ partition, region }: Pick<Place, "partition" | "region">): string {
  return `logs.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`;
}
