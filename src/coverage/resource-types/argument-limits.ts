import type { ArgumentLimits } from "./argument-form";
import { channelLimits } from "./channel-limits";
import { cloudformationLimits } from "./cloudformation-limits";
import { cloudwatchLimits } from "./cloudwatch-limits";
import { eventLimits } from "./event-limits";
import { identityLimits } from "./identity-limits";
import { lambdaLimits } from "./lambda-limits";
import { messageLimits } from "./message-limits";
import { s3Limits } from "./s3-limits";
import { trailLimits } from "./trail-limits";

/**
 * Limits that the provider holds arguments to before it calls AWS, by type. Only what it is known to
 * refuse stands here: a test asks the provider itself.
 */
export const argumentLimits: Readonly<Record<string, ArgumentLimits>> = {
  ...eventLimits,
  ...messageLimits,
  ...identityLimits,
  ...trailLimits,
  ...cloudwatchLimits,
  ...lambdaLimits,
  ...s3Limits,
  ...cloudformationLimits,
  ...channelLimits,
};
