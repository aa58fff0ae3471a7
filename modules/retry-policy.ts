/**
 * How long EventBridge tries to deliver an event before it goes to the dead-letter queue: the most
 * it offers, 24 hours or 185 attempts.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export const retryPolicy = {
  maximumEventAgeInSeconds: 86_400,
  maximumRetryAttempts: 185,
} as const;
