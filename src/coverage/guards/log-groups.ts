import { logGroupArn, type Place } from "../../aws";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { optionalText, shownAddress, text, type ResourceIndex } from "../resource-index";
import { loggingRules } from "../trace/rules";

/**
 * The log group of that name, which something must write to; undefined where it is outside of the
 * generated Terraform.
 * @throws BlockedError when it does not exist, or nothing writes to it
 */
export function writtenLogGroup(
  index: ResourceIndex,
  place: Place,
  name: string,
  existing: readonly string[],
): Resource | undefined {
  const arn = logGroupArn(place, name);
  const [group] = index.find("aws_cloudwatch_log_group", arn);
  if (group === undefined) {
    if (existing.includes(arn)) return undefined;
    const [other] = index
      .all("aws_cloudwatch_log_group")
      .filter(({ account }) => account === place.account);
    return blocked("log-group-missing", other, arn);
  }
  if (isWritten(index, arn)) return group;
  const [trail] = index.all("aws_cloudtrail");
  const neither = trail ? `, not even ${shownAddress(trail)}` : "";
  return blocked("log-group-unwritten", group, `${name}${neither}`);
}

function isWritten(index: ResourceIndex, arn: string): boolean {
  const byTrail = index
    .all("aws_cloudtrail")
    .some((trail) => optionalText(trail, "cloud_watch_logs_group_arn") === `${arn}:*`);
  if (byTrail) return true;
  return loggingRules(index).some(({ targets }) =>
    targets.some((target) => text(target, "arn").replace(/:\*$/u, "") === arn),
  );
}
