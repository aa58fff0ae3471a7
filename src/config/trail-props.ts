/** A trail that this package makes, in the management account or a delegated administrator's. */
export interface CreatedTrail {
  readonly type: "create";
  /** Account that makes the trail. @default - the management account */
  readonly account?: string;
  /** Home region, none that needs opt-in. @default - the hub region */
  readonly homeRegion?: string;
  /** Name of the bucket to make. @default - name prefix, account and region */
  readonly bucketName?: string;
  /** Days after which log files are deleted, at least 1. @default 365 */
  readonly retentionDays?: number;
  /**
   * Whether the trail logs events that only read, which are many.
   * @default - only where an alert kind that is on needs them
   */
  readonly logReadEvents?: boolean;
  /** Days that CloudWatch Logs keeps events, or 0 for no log group. @default 90 */
  readonly logRetentionDays?: number;
  /**
   * Days in which nobody, root included, can delete a log file, at least 1 and no more than
   * `retentionDays`. Can be switched on only when the bucket is made.
   * @default - log files can be deleted
   */
  readonly objectLockDays?: number;
  /** Whether Terraform refuses to destroy trail, bucket and key. @default true */
  readonly deletionProtection?: boolean;
  /**
   * Whether the trail records what is sent to the forwarders' dead-letter queues, so that one alarm
   * sees those of all accounts and regions. AWS bills $0.10 per 100,000 dead letters.
   * @default true, where there is a log group
   */
  readonly logDeadLetters?: boolean;
}

/** A trail that is there already, such as Control Tower's: nothing is made. */
export interface ExistingTrail {
  readonly type: "existing";
  /** Whether the trail logs events that only read. @default false */
  readonly logsReadEvents?: boolean;
  /** Whether it records `SendMessage` to the forwarders' dead-letter queues. @default false */
  readonly logsDeadLetters?: boolean;
  /** Account of the trail. @default - the management account */
  readonly account?: string;
  /** Home region of the trail. @default - the hub region */
  readonly homeRegion?: string;
  /**
   * ARN of the trail's log group, without `:*`, to look for sign-ins in.
   * @default - no second path
   */
  readonly logGroupArn?: string;
}
