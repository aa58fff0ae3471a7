/**
 * List prices in US dollars, of us-east-1, as AWS publishes them, without free tiers. Look them up
 * for your regions.
 */
export const prices = {
  /** @see https://aws.amazon.com/eventbridge/pricing/ */
  millionForwardedEvents: 1,
  /** Not confirmed on the page itself, as is the next one. @see https://aws.amazon.com/eventbridge/pricing/ */
  gigabyteArchived: 0.1,
  /** @see https://aws.amazon.com/eventbridge/pricing/ */
  gigabyteMonthInArchive: 0.023,
  /** As custom events. @see https://aws.amazon.com/eventbridge/pricing/ */
  millionReplayedEvents: 1,
  /** @see https://aws.amazon.com/kms/pricing/ */
  key: 1,
  /** Per metric that an alarm looks at. @see https://aws.amazon.com/cloudwatch/pricing/ */
  alarmMetric: 0.1,
  /** Of the first three of an account; each other $3. @see https://aws.amazon.com/cloudwatch/pricing/ */
  dashboard: 0,
  /** @see https://aws.amazon.com/cloudwatch/pricing/ */
  customMetric: 0.3,
  /** @see https://aws.amazon.com/cloudwatch/pricing/ */
  gigabyteOfLogEvents: 0.5,
  /** @see https://aws.amazon.com/s3/pricing/ */
  gigabyteMonthInS3: 0.023,
  /** @see https://aws.amazon.com/sns/pricing/ */
  hundredThousandEmails: 2,
} as const;

/** What no configuration contains: how much happens in an account. */
export interface Volume {
  /** Sign-in events of an account in a month that become alerts. */
  readonly signInsPerAccount: number;
  /**
   * Other events of an account in a month that are forwarded: calls by which the root user changes
   * something, and what AWS sign-in records that no other kind claims, read-only calls included.
   */
  readonly otherEventsPerAccount: number;
  /** Kilobytes of one of these events, as an archive keeps it. */
  readonly kilobytesPerEvent: number;
  /** Kilobytes that an event bus logs of one event: that it came, which rules it met, each delivery. */
  readonly kilobytesLoggedPerEvent: number;
  /** Gigabytes of management events of an account in a month, as CloudWatch Logs takes them in. */
  readonly logGigabytesPerAccount: number;
  /** Gigabytes of log files of an account in a month, compressed, as S3 keeps them. */
  readonly logFileGigabytesPerAccount: number;
}

/** Assumed where it was not measured. */
export const assumedVolume: Volume = {
  signInsPerAccount: 1_000,
  otherEventsPerAccount: 100,
  kilobytesPerEvent: 2,
  kilobytesLoggedPerEvent: 3,
  logGigabytesPerAccount: 1,
  logFileGigabytesPerAccount: 0.1,
};

/** What is assumed for an account and month, in words. */
export function volumeText(volume: Volume = assumedVolume): string {
  return [
    `${volume.signInsPerAccount.toLocaleString("en-US")} sign-ins`,
    `${volume.otherEventsPerAccount.toLocaleString("en-US")} other forwarded events (calls by the root user, sign-in events of no other kind) of ${volume.kilobytesPerEvent} kB each, logged by the event bus in ${volume.kilobytesLoggedPerEvent} kB`,
    `${volume.logGigabytesPerAccount} GB of log events and ${volume.logFileGigabytesPerAccount} GB of log files`,
  ].join(", ");
}

/** Days of a month, on average. */
export const daysPerMonth = 30.4;
