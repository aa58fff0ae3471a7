import { parseArn, trailArn } from "../../aws";
import type { Resource } from "../inventory";
import { placeOf, text, type ResourceIndex } from "../resource-index";

/**
 * The ARN of a trail. One that a delegated administrator makes belongs to the management account:
 * the bucket policy names it, and is believed where rules of that account exist too.
 */
export function ownerArn(index: ResourceIndex, trail: Resource, bucketPolicy: string): string {
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
