import type { WatchedUsers } from "../guards";

/** Who is told that the path of alerts itself is broken. */
export interface Operations {
  /** In the forms of a route. @default - everybody who is told of some alert */
  readonly recipients?: readonly string[];
  /**
   * ARN of a topic that is there already, in the hub's account and region, instead of a new one. Its
   * policy must let CloudWatch publish.
   * @default - a new one
   */
  readonly topicArn?: string;
}

/** Alarms on what the trail's log group counts. */
export interface LogAlarms {
  /** Sign-ins within five minutes that raise the alarm, 0 for none. @default 1 */
  readonly signIns?: number;
  /** Failed sign-ins within five minutes that raise the alarm, 0 for none. @default 5 */
  readonly failures?: number;
  /** Whether a sign-in where none is forwarded raises an alarm. @default true */
  readonly uncovered?: boolean;
  /** IAM users whose every sign-in raises an alarm of their own. @default none */
  readonly users?: readonly WatchedUsers[];
  /**
   * ARN of a topic that is there already, in the trail's account and home region, instead of a new
   * one. Its policy must let CloudWatch publish.
   * @default - a new one
   */
  readonly topicArn?: string;
}
