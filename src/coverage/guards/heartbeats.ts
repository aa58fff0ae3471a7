import { partitionOfRegion } from "../../aws/regions";
import { heartbeatEvent, heartbeatSchedule } from "../../guards";
import type { HeartbeatCell } from "../coverage-report";
import { BlockedError, blocked, blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { optionalText, shownAddress, text, type ResourceIndex } from "../resource-index";
import { sendsHeartbeats } from "../trace/alert-buses";
import { followTargets } from "../trace/follow";
import { isScheduled, stateHop, targetsOf } from "../trace/rules";
import { newRun, type Run, type TraceOptions } from "../trace/run";

/** What is asked of the heartbeats. */
export interface HeartbeatOptions extends TraceOptions {
  /** Hours between two. @default - not compared */
  readonly hours?: number;
}

interface HeartbeatPlace {
  readonly account: string;
  readonly region: string;
}

/** The rules of a place that send heartbeats at certain times. */
export function scheduledRules(
  index: ResourceIndex,
  { account, region }: HeartbeatPlace,
): readonly Resource[] {
  return index
    .find("aws_cloudwatch_event_rule", `${account}/${region}/default`)
    .filter((rule) => isScheduled(rule) && sendsHeartbeats(index, rule));
}

/** Whether the heartbeat of an account and region would be counted, and what is in its way. */
export function traceHeartbeat(
  index: ResourceIndex,
  place: HeartbeatPlace,
  options: HeartbeatOptions = {},
): HeartbeatCell {
  const rules = scheduledRules(index, place);
  const traces = rules.map((rule) => traceRule(index, place, rule, options));
  const arriving = traces.filter(({ logs, blockers }) => logs.length > 0 && blockers.length === 0);
  const repeated = repeatedIn(arriving.flatMap(({ logs }) => logs));
  if (repeated) return { ...place, arrives: false, blocker: repeated };
  const arrives = arriving.length > 0;
  if (arrives) return { ...place, arrives };
  const [blocker = nothing(index, place)] = traces.flatMap(({ blockers }) => blockers);
  return { ...place, arrives, blocker };
}

/**
 * What makes a heartbeat be kept again in the log group that has it: the alarm adds up what all regions
 * send, so one that is counted twice hides another that is silent.
 */
function repeatedIn(logs: Run["logs"]): Finding | undefined {
  const first = new Map<Resource, Run["logs"][number]>();
  for (const each of logs) {
    const earlier = first.get(each.group);
    if (earlier === undefined) {
      first.set(each.group, each);
      continue;
    }
    const seen = new Set(earlier.hops.map(({ resource }) => JSON.stringify(resource)));
    const added = each.hops.find(({ resource }) => !seen.has(JSON.stringify(resource)));
    return finding("heartbeat-repeated", added?.resource ?? each.group, shownAddress(each.group));
  }
  return undefined;
}

function nothing(index: ResourceIndex, { account, region }: HeartbeatPlace): Finding {
  const bus = `${account}/${region}/default`;
  const rules = index.find("aws_cloudwatch_event_rule", bus);
  const scheduled = rules.find(isScheduled);
  const [target] = scheduled ? targetsOf(index, bus, scheduled) : [];
  // What should have sent it, where it is there.
  const resource = target ?? scheduled ?? rules[0];
  const detail = `account ${account} in ${region}`;
  return index.unread(bus) ?? finding("heartbeat-missing", resource, detail);
}

interface HeartbeatTrace {
  readonly logs: Run["logs"];
  readonly blockers: readonly Finding[];
}

function traceRule(
  index: ResourceIndex,
  { account, region }: HeartbeatPlace,
  rule: Resource,
  { hours, ...options }: HeartbeatOptions,
): HeartbeatTrace {
  const partition = partitionOfRegion(region);
  let logs: Run["logs"] = [];
  const blockers = blockersOf(() => {
    checkSchedule(rule, hours);
    const event = {
      ...heartbeatEvent({ partition, account, region }, ""),
      resources: [text(rule, "arn")],
    };
    const run = newRun(index, event, options);
    const hop = stateHop(event, "heartbeat rule", rule);
    followTargets(run, `${account}/${region}/default`, rule, [hop], false);
    logs = run.logs;
    const [blocker] = run.blockers;
    if (blocker) throw new BlockedError(blocker);
    const [told] = run.deliveries;
    if (told) blocked("heartbeat-notified", rule, told.topic);
  });
  return { logs, blockers };
}

const EVENTS_ONLY = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
function checkSchedule(rule: Resource, hours: number | undefined): void {
  if (optionalText(rule, "state") === EVENTS_ONLY) {
    blocked("value-invalid", rule, `EventBridge accepts ${EVENTS_ONLY} for event patterns only`);
  }
  const schedule = text(rule, "schedule_expression");
  if (hours === undefined || schedule === heartbeatSchedule(hours)) return;
  const wanted = heartbeatSchedule(hours);
  blocked("heartbeat-missing", rule, `it is ${schedule}, it should be ${wanted}`);
}
