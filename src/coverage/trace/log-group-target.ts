import { parseArn } from "../../aws";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  isSamePlace,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  text,
} from "../resource-index";
import { requireGroupKey } from "./access";
import { requireWholeEvent } from "./message";
import type { Run } from "./run";

const writers = ["events.amazonaws.com", "delivery.logs.amazonaws.com"];

/**
 * A rule writes to a log group, which keeps the event and notifies no recipient.
 * @throws BlockedError when the log group does not exist, is elsewhere, or does not let EventBridge write
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function keepInLogGroup(
  { index, logs }: Run,
  rule: Resource,
  target: Resource,
  hops: readonly Hop[],
): void {
  const arn = text(target, "arn").replace(/:\*$/u, "");
  const group = index.named("aws_cloudwatch_log_group", arn, "destination-missing", target);
  if (!isSamePlace(placeOf(rule), parseArn(arn))) {
    blocked("different-place", target, `its rule and the log group ${shownAddress(group)}`);
  }
  requireWholeEvent(target, "a log group");
  requireGroupKey(index, group, arn);
  const policies = policiesOf(index, group);
  for (const service of writers) {
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      requireAllowed(index, "resource-policy-denies", group, policies, {
        kind: "rule to log group",
        principal: { service },
        action,
        // EventBridge names the stream.
        resource: `${arn}:log-stream:`,
        isResourceOpen: true,
        source: text(rule, "arn"),
      });
    }
  }
  const sending = step("target", target, `writes to ${arn}`);
  const writing = step("log resource policy", group, "it lets EventBridge write");
  logs.push({ group, hops: [...hops, sending, writing] });
}
