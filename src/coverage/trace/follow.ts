import { parseArn } from "../../aws";
import type { Resource } from "../inventory";
import { isBlank, stopAt, text, type Network } from "../network";
import { stationAt } from "../station";
import type { Hop } from "../trace-result";
import { busPolicyHop, destinationBus, type DestinationBus } from "./bus";
import { deliver } from "./deliver";
import { deliverByFunction } from "./lambda-target";
import { logGroupPassage } from "./log-group-target";
import { rolePassage, type RolePassage } from "./role";
import { matchingRules, type RuleStation } from "./rules";
import { branch, type Run } from "./run";

/** Follows an event through the rules of one bus. */
export function followRules(
  run: Run,
  station: RuleStation,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  for (const { rule, hop } of matchingRules(run, station)) {
    followTargets(run, station.bus, rule, [...hops, hop], hasHopped);
  }
}

/** Follows an event from a rule that takes it to each of its targets. */
export function followTargets(
  run: Run,
  bus: string,
  rule: Resource,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  branch(run, () => {
    const targets = targetsOf(run.network, bus, rule);
    if (targets.length === 0) stopAt("target", rule, "the rule has no target");
    for (const target of targets) {
      branch(run, () => {
        followTarget(run, rule, target, hops, hasHopped);
      });
    }
  });
}

/** The targets of a rule on a bus. */
export function targetsOf(network: Network, bus: string, rule: Resource): readonly Resource[] {
  return network.find("aws_cloudwatch_event_target", `${bus}/${text(rule, "name")}`);
}

function followTarget(
  run: Run,
  rule: Resource,
  target: Resource,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  const arn = text(target, "arn");
  const parts = parseArn(arn);
  const isBus = parts?.service === "events" && parts.resource.startsWith("event-bus/");
  if (isBus) {
    if (hasHopped) {
      stopAt(
        "target",
        target,
        `an event that came from another bus is not sent on to a third: ${arn}`,
      );
    }
    followBus(run, rule, target, hops);
  } else if (parts?.service === "sns") {
    withoutRole(target);
    deliver(run, rule, target, hops);
  } else if (parts?.service === "lambda") {
    withoutRole(target);
    deliverByFunction(run, rule, target, hops);
  } else if (parts?.service === "logs") {
    withoutRole(target);
    const { group, hops: own } = logGroupPassage(run.network, rule, target);
    run.logs.push({ group, hops: [...hops, ...own] });
  } else {
    stopAt("target", target, `this kind of target is not understood: ${arn}`);
  }
}

/**
 * With a role EventBridge asks what the role may do, rather than the resource policies followed here.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
function withoutRole(target: Resource): void {
  const role = target.attributes["role_arn"];
  if (isBlank(role)) return;
  const shown = typeof role === "string" ? role : "not known";
  const reason = `it has a role_arn, ${shown}: whether the role may deliver is not understood by this check`;
  stopAt("target", target, `${reason}; remove it, the policy of what it sends to is enough`);
}

interface BusPassage extends RolePassage {
  readonly bus: DestinationBus;
}

function followBus(run: Run, rule: Resource, target: Resource, hops: readonly Hop[]): void {
  const { network } = run;
  const {
    bus,
    role,
    hops: own,
  } = network.once(`bus target ${target.stack} ${target.address}`, (): BusPassage => {
    for (const input of ["input", "input_path", "input_transformer"]) {
      if (!isBlank(target.attributes[input])) {
        stopAt("target", target, `a target that is an event bus takes no ${input}`);
      }
    }
    const destination = destinationBus(network, target);
    const sending = stationAt("target", target, `sends to ${text(target, "arn")}`);
    const passage = rolePassage(network, rule, target);
    return { bus: destination, role: passage.role, hops: [sending, ...passage.hops] };
  });
  const policy = busPolicyHop(run, bus, role);
  const station = {
    name: "alert rule",
    bus: bus.key,
    shown: `the event bus ${text(bus.resource, "arn")}`,
    resource: bus.resource,
  };
  followRules(run, station, [...hops, ...own, policy], true);
}
