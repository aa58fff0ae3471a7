import { parseArn } from "../aws";
import { signInLogOf } from "./guards";
import type { SignInAlertsProps } from "../config/props";
import { alertRecipients, topicName } from "./routes";
import { trailPlace } from "./trail-place";

/** Name of the topic that tells of a broken path, from the hub. */
export function operationsTopicName(namePrefix: string): string {
  return topicName(namePrefix, "operations");
}

/** Name of the topic that tells what the trail's log group counts. */
export function logAlarmTopicName(namePrefix: string): string {
  return topicName(namePrefix, "trail-alarms");
}

/** Who is told of a broken path. */
export function operationsRecipients(props: SignInAlertsProps): readonly string[] {
  return props.operations?.recipients ?? alertRecipients(props);
}

/** Recipients that a topic of the account can tell: queues and functions of another one it cannot. */
export function subscribableIn(account: string, recipients: readonly string[]): readonly string[] {
  return recipients.filter((text) => (parseArn(text)?.account ?? account) === account);
}

/** Who is told what the trail's log group counts: sign-ins, and dead letters. */
export function logAlarmRecipients(props: SignInAlertsProps): readonly string[] {
  const everybody = [...alertRecipients(props), ...(props.operations?.recipients ?? [])];
  return subscribableIn(trailPlace(props).account, [...new Set(everybody)]);
}

/** Everybody who is told of something, an alarm included. */
export function toldPeople(props: SignInAlertsProps): readonly string[] {
  const { operations, logAlarms } = props;
  const own = operations?.topicArn === undefined ? operationsRecipients(props) : [];
  const log =
    signInLogOf(props) && logAlarms?.topicArn === undefined ? logAlarmRecipients(props) : [];
  return [...new Set([...alertRecipients(props), ...own, ...log])];
}
