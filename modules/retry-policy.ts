/**
 * How long EventBridge tries to deliver an event before it goes to the dead-letter queue.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export interface RetryPolicy {
  /** Seconds, 60 to 86,400. */
  readonly maximumEventAgeInSeconds: number;
  /** 0 to 185. */
  readonly maximumRetryAttempts: number;
}

/** The most that EventBridge offers: 24 hours or 185 attempts. */
export const longestRetry: RetryPolicy = {
  maximumEventAgeInSeconds: 86_400,
  maximumRetryAttempts: 185,
};
