import { partitionOfRegion } from "../../aws/regions";
import { heartbeatEvent, heartbeatSchedule } from "../../guards";
import type { HeartbeatCell } from "../coverage-report";
import type { Resource } from "../inventory";
import { BlockedError, stopAt, stopsOf, text, type Network } from "../network";
import { stationAt } from "../station";
import { followTargets } from "../trace/follow";
import { stateHop } from "../trace/rules";
import { isScheduled } from "../trace/rules-by-target";
import { newRun, type Run, type TraceOptions } from "../trace/run";
import type { Stop } from "../trace-result";

const NAME = "heartbeat rule";

/** What is asked of the heartbeats. */
export interface HeartbeatOptions extends TraceOptions {
  /** Hours between two. @default - not compared */
  readonly hours?: number;
}

interface HeartbeatPlace {
  readonly account: string;
  readonly region: string;
}

/** The rules of a place that act at certain times. */
export function scheduledRules(
  network: Network,
  { account, region }: HeartbeatPlace,
): readonly Resource[] {
  return network
    .find("aws_cloudwatch_event_rule", `${account}/${region}/default`)
    .filter(isScheduled);
}

/** Whether the heartbeat of an account and region would be counted, and what is in its way. */
export function traceHeartbeat(
  network: Network,
  place: HeartbeatPlace,
  options: HeartbeatOptions = {},
): HeartbeatCell {
  const rules = scheduledRules(network, place);
  const traces = rules.map((rule) => traceRule(network, place, rule, options));
  const arrives = traces.some(({ logs, stops }) => logs.length > 0 && stops.length === 0);
  if (arrives) return { ...place, arrives };
  const [stop = nothing(network, place)] = traces.flatMap(({ stops }) => stops);
  return { ...place, arrives, stop };
}

function nothing(network: Network, { account, region }: HeartbeatPlace): Stop {
  const [rule] = network.find("aws_cloudwatch_event_rule", `${account}/${region}/default`);
  return stationAt("heartbeat", rule, `account ${account} sends no heartbeat from ${region}`);
}

interface HeartbeatTrace {
  readonly logs: Run["logs"];
  readonly stops: readonly Stop[];
}

function traceRule(
  network: Network,
  { account, region }: HeartbeatPlace,
  rule: Resource,
  { hours, ...options }: HeartbeatOptions,
): HeartbeatTrace {
  const partition = partitionOfRegion(region);
  let logs: Run["logs"] = [];
  const stops = stopsOf(() => {
    checkSchedule(rule, hours);
    const event = {
      ...heartbeatEvent({ partition, account, region }, ""),
      resources: [text(rule, "arn")],
    };
    const run = newRun(network, event, options);
    const hop = stateHop(event, NAME, rule);
    followTargets(run, `${account}/${region}/default`, rule, [hop], false);
    logs = run.logs;
    const [stop] = run.stops;
    if (stop) throw new BlockedError(stop);
    const [told] = run.deliveries;
    if (told) stopAt(NAME, rule, `people are told of each heartbeat, at ${told.topic}`);
  });
  return { logs, stops };
}

function checkSchedule(rule: Resource, hours: number | undefined): void {
  const schedule = text(rule, "schedule_expression");
  if (hours === undefined || schedule === heartbeatSchedule(hours)) return;
  stopAt(NAME, rule, `its schedule is ${schedule}, it should be ${heartbeatSchedule(hours)}`);
}
