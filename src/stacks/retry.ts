import { longestRetry, type RetryPolicy } from "../../modules";
import type { SignInAlertsProps } from "../config/props";

/** How long EventBridge tries to deliver. */
export function retryPolicyOf({ retry }: Pick<SignInAlertsProps, "retry">): RetryPolicy {
  return {
    maximumEventAgeInSeconds: retry?.seconds ?? longestRetry.maximumEventAgeInSeconds,
    maximumRetryAttempts: retry?.attempts ?? longestRetry.maximumRetryAttempts,
  };
}
