import { parseArn } from "../../aws";
import type { Resource } from "../inventory";
import {
  isBlank,
  placeOf,
  requireAllowed,
  shownAddress,
  stopAt,
  text,
  type AttachedPolicy,
  type Network,
} from "../network";
import { stationAt } from "../station";
import type { Hop } from "../trace-result";

/** A log group that keeps an event, and how it got there. */
export interface LogDelivery {
  readonly group: Resource;
  readonly hops: readonly Hop[];
}

const writers = ["events.amazonaws.com", "delivery.logs.amazonaws.com"];

/**
 * Why EventBridge may write to the log group of a target.
 * @throws BlockedError when the log group is not there, not here, or does not let it
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function logGroupPassage(network: Network, rule: Resource, target: Resource): LogDelivery {
  const arn = text(target, "arn").replace(/:\*$/u, "");
  const [group] = network.find("aws_cloudwatch_log_group", arn);
  if (group === undefined) {
    return stopAt("target", target, `it writes to a log group that is not there: ${arn}`);
  }
  const here = placeOf(rule);
  const there = parseArn(arn);
  if (there?.account !== here.account || there.region !== here.region) {
    stopAt(
      "target",
      target,
      `rule and log group (${shownAddress(group)}) must be in one account and region`,
    );
  }
  for (const input of ["input", "input_path", "input_transformer"]) {
    if (!isBlank(target.attributes[input])) {
      stopAt("target", target, `a log group that counts events takes no ${input}`);
    }
  }
  const policies = logPolicies(network, group);
  for (const service of writers) {
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      requireAllowed(network, "log resource policy", group, policies, {
        principal: { service },
        action,
        resource: `${arn}:log-stream:any`,
        context: {},
      });
    }
  }
  const sending = stationAt("target", target, `writes to ${arn}`);
  return {
    group,
    hops: [sending, stationAt("log resource policy", group, "it lets EventBridge write")],
  };
}

/** Resource policies of CloudWatch Logs hold for a whole account and region. */
function logPolicies(network: Network, group: Resource): readonly AttachedPolicy[] {
  const { account, region } = placeOf(group);
  return network
    .find("aws_cloudwatch_log_resource_policy", `${account}/${region}`)
    .map((resource) => ({
      resource,
      json: text(resource, "policy_document"),
      kind: "resource" as const,
    }));
}
