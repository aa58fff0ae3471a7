import { shownRecipient } from "../../aws/shown-endpoint";
import { foundAddress, type Finding, type FoundResource } from "../../coverage";
import { finding } from "../../coverage/finding";
import type { NotKnown } from "../answer";

type Found = Omit<FoundResource, "values">;

/** What AWS did not say: it keeps everything from being called covered. */
export function notKnownFinding({ account, region, permission, reason }: NotKnown): Finding {
  const place = { stack: `${account}/${region}`, address: permission };
  return finding("live-not-known", place, `${permission} in ${account}, ${region}: ${reason}`);
}

/** A subscription that notifies nobody. @param state - what SNS writes in the place of its ARN */
export function unconfirmedFinding(
  topic: Found,
  protocol: string,
  endpoint: string,
  state: string,
): Finding {
  const whom = shownRecipient(protocol, endpoint);
  return finding("subscription-unconfirmed", foundAddress(topic), `${whom}: ${state}`);
}

/** What is wrong where an alarm is in a state; one without a state has no data either. */
export function alarmFindings(alarm: Found, state = "INSUFFICIENT_DATA"): readonly Finding[] {
  if (state === "OK") return [];
  const rule = state === "ALARM" ? "alarm-raised" : "alarm-without-data";
  return [finding(rule, foundAddress(alarm), state)];
}

/** An alarm that notifies nobody for a time. @param rules - names of the mute rules that are active */
export function mutedFindings(alarm: Found, rules: readonly string[] = []): readonly Finding[] {
  return rules.map((rule) => finding("alarm-muted", foundAddress(alarm), `by the rule ${rule}`));
}

/** Messages that wait in a dead-letter queue. @param number - as SQS says it, approximately */
export function waitingFindings(queue: Found, number = 0): readonly Finding[] {
  if (!(number > 0)) return [];
  return [finding("dead-letter-messages-waiting", foundAddress(queue), `about ${number}`)];
}

/** What CloudTrail says that it could not write; empty where it could. */
export function deliveryFindings(
  trail: Found,
  errors: Readonly<Record<"bucket" | "log group", string | undefined>>,
): readonly Finding[] {
  return Object.entries(errors)
    .filter(([, error = ""]) => error !== "")
    .map(([where, error]) =>
      finding("trail-delivery-failing", foundAddress(trail), `to its ${where}: ${error ?? ""}`),
    );
}
