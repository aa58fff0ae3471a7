import { parseArn, type Place } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import type { SignInAlertsProps } from "../config/props";

/** Account and home region of the trail, made or existing. */
export function trailPlace({
  trail,
  organization,
  hub,
}: Pick<SignInAlertsProps, "trail" | "organization" | "hub">): Required<Place> {
  return {
    partition: partitionOfRegion(hub.region),
    account: trail?.account ?? organization.managementAccount,
    region: trail?.homeRegion ?? hub.region,
  };
}

/** Name of the log group that an ARN, with `:*` or without, is of. */
export function logGroupName(arn: string): string | undefined {
  return /^log-group:([\w./#-]+)(:\*)?$/u.exec(parseArn(arn)?.resource ?? "")?.[1];
}
