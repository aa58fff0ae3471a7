/**
 * The newest Node.js of AWS Lambda, until April 2028; the provider accepts it from 6.21 on.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const formatterRuntime = "nodejs24.x";

/**
 * Every runtime that runs its code. Those before are deprecated: Lambda creates no function with them.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const formatterRuntimes: readonly string[] = [formatterRuntime, "nodejs22.x"];

/** Name of the environment variable that holds the ARN of the topic. */
export const topicVariable = "TOPIC_ARN";

/** Name of the environment variable that lists the protocols whose subscribers get JSON, if any do. */
export const jsonVariable = "JSON_PROTOCOLS";

/** How the function runs, as the provider's class names it. */
export const formatterSettings = {
  runtime: formatterRuntime,
  handler: "index.handler",
  /** Seconds; publishing takes less than one, the first time two. */
  timeout: 30,
  /** Megabytes: with 128 the AWS SDK alone takes seconds to load. */
  memorySize: 256,
} as const;

/** How often Lambda tries again, and for how long, before it sends the event itself to the topic. */
export const formatterRetry = {
  attempts: 2,
  /**
   * Seconds. Two attempts are done after three minutes; a function that cannot start is waited for no
   * longer than this, as an ugly message now is better than a good one in six hours.
   */
  eventAge: 900,
} as const;
