import { shownRecipient } from "../../aws/shown-endpoint";
import { foundAddress, type Finding, type FoundResource } from "../../coverage";
import { finding } from "../../coverage/finding";
import type { LivePlace, NotKnown } from "../answer";

type Found = Omit<FoundResource, "values">;

/** What Lambda says of the state of a function. */
interface FunctionState {
  readonly State?: string | undefined;
  readonly StateReasonCode?: string | undefined;
  readonly LastUpdateStatus?: string | undefined;
  readonly LastUpdateStatusReasonCode?: string | undefined;
}

/** What AWS did not say: it keeps everything from being called covered. */
export function notKnownFinding({ account, region, permission, reason }: NotKnown): Finding {
  const place = { stack: `${account}/${region}`, address: permission };
  return finding("live-not-known", place, `${permission} in ${account}, ${region}: ${reason}`);
}

/** A service that may not act in the organization any more. @param service - its service principal */
export function trustedAccessFindings(
  { account, region }: LivePlace,
  service: string,
): readonly Finding[] {
  const place = { stack: `${account}/${region}`, address: "trusted access" };
  return [finding("trusted-access-disabled", place, service)];
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

/**
 * What is wrong where an alarm is in a state; one without a state has no data either.
 * @param evaluation - why CloudWatch cannot evaluate it, or only in part
 */
export function alarmFindings(
  alarm: Found,
  state = "INSUFFICIENT_DATA",
  evaluation?: string,
): readonly Finding[] {
  if (state === "ALARM") return [finding("alarm-raised", foundAddress(alarm), state)];
  // CloudWatch keeps the state of an alarm that it cannot evaluate.
  const reason = state === "OK" ? evaluation : state;
  return reason === undefined ? [] : [finding("alarm-without-data", foundAddress(alarm), reason)];
}

/** An archive that keeps nothing. @param state - as EventBridge writes it */
export function archiveFindings(archive: Found, state = "it has no state"): readonly Finding[] {
  if (state === "ENABLED" || state === "UPDATING") return [];
  return [finding("archive-not-enabled", foundAddress(archive), state)];
}

/** A function that does not run, or not as it is configured. */
export function functionFindings(
  lambda: Found,
  {
    State: state = "it has no state",
    StateReasonCode: reason,
    LastUpdateStatus: update,
    LastUpdateStatusReasonCode: updateReason,
  }: FunctionState,
): readonly Finding[] {
  const because = (code: string | undefined) => (code === undefined ? "" : `: ${code}`);
  const problems = [
    ...(state === "Active" ? [] : [`${state}${because(reason)}`]),
    ...(update === "Failed" ? [`its last update failed${because(updateReason)}`] : []),
  ];
  return problems.map((detail) => finding("function-not-active", foundAddress(lambda), detail));
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
