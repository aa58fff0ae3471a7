import { parseArn } from "../../aws";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  isBlank,
  placeOf,
  requireAllowed,
  shownAddress,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

/** A log group that keeps an event, and how it got there. */
export interface LogDelivery {
  readonly group: Resource;
  readonly hops: readonly Hop[];
}

const writers = ["events.amazonaws.com", "delivery.logs.amazonaws.com"];

/**
 * Why EventBridge may write to the log group of a target.
 * @throws BlockedError when the log group does not exist, is elsewhere, or does not let it
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function logGroupPassage(
  index: ResourceIndex,
  rule: Resource,
  target: Resource,
): LogDelivery {
  const arn = text(target, "arn").replace(/:\*$/u, "");
  const [group] = index.find("aws_cloudwatch_log_group", arn);
  if (group === undefined) {
    return blocked("log-group-missing", target, arn);
  }
  const here = placeOf(rule);
  const there = parseArn(arn);
  if (there?.account !== here.account || there.region !== here.region) {
    blocked("different-place", target, `its rule and the log group ${shownAddress(group)}`);
  }
  for (const input of ["input", "input_path", "input_transformer"]) {
    if (!isBlank(target.attributes[input])) {
      blocked("target-alters-event", target, `${input} before a log group`);
    }
  }
  const policies = logPolicies(index, group);
  for (const service of writers) {
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      requireAllowed(index, "log-policy-denies", group, policies, {
        principal: { service },
        action,
        resource: `${arn}:log-stream:any`,
        context: {},
      });
    }
  }
  const sending = step("target", target, `writes to ${arn}`);
  return {
    group,
    hops: [sending, step("log resource policy", group, "it lets EventBridge write")],
  };
}

/** Resource policies of CloudWatch Logs hold for a whole account and region. */
function logPolicies(index: ResourceIndex, group: Resource): readonly AttachedPolicy[] {
  const { account, region } = placeOf(group);
  return index
    .find("aws_cloudwatch_log_resource_policy", `${account}/${region}`)
    .map((resource) => ({
      resource,
      json: text(resource, "policy_document"),
      kind: "resource" as const,
    }));
}
