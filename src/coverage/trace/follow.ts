import { parseArn } from "../../aws";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, text, type ResourceIndex } from "../resource-index";
import { busPolicyHop, destinationBus, type DestinationBus } from "./bus";
import { deliver } from "./deliver";
import { deliverByFunction } from "./lambda-target";
import { logGroupPassage } from "./log-group-target";
import { rolePassage, type RolePassage } from "./role";
import { matchingRules, type RuleSearch } from "./rules";
import { branch, type Run } from "./run";

/** Follows an event through the rules of one bus. */
export function followRules(
  run: Run,
  search: RuleSearch,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  for (const { rule, hop } of matchingRules(run, search)) {
    followTargets(run, search.bus, rule, [...hops, hop], hasHopped);
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
    const targets = targetsOf(run.index, bus, rule);
    if (targets.length === 0) blocked("target-missing", rule);
    for (const target of targets) {
      branch(run, () => {
        followTarget(run, rule, target, hops, hasHopped);
      });
    }
  });
}

/** The targets of a rule on a bus. */
export function targetsOf(index: ResourceIndex, bus: string, rule: Resource): readonly Resource[] {
  return index.find("aws_cloudwatch_event_target", `${bus}/${text(rule, "name")}`);
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
      blocked("target-third-bus", target, arn);
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
    const { group, hops: own } = logGroupPassage(run.index, rule, target);
    run.logs.push({ group, hops: [...hops, ...own] });
  } else {
    blocked("not-analyzed-target", target, arn);
  }
}

/**
 * With a role EventBridge asks what the role may do, rather than the resource policies followed here.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
function withoutRole(target: Resource): void {
  const role = target.attributes["role_arn"];
  if (isBlank(role)) return;
  blocked("target-role-unneeded", target, typeof role === "string" ? role : "not known");
}

interface BusPassage extends RolePassage {
  readonly bus: DestinationBus;
}

function followBus(run: Run, rule: Resource, target: Resource, hops: readonly Hop[]): void {
  const { index } = run;
  const {
    bus,
    role,
    hops: own,
  } = index.once(`bus target ${target.stack} ${target.address}`, (): BusPassage => {
    for (const input of ["input", "input_path", "input_transformer"]) {
      if (!isBlank(target.attributes[input])) {
        blocked("target-alters-event", target, `${input} before an event bus`);
      }
    }
    const destination = destinationBus(index, target);
    const sending = step("target", target, `sends to ${text(target, "arn")}`);
    const passage = rolePassage(index, rule, target);
    return { bus: destination, role: passage.role, hops: [sending, ...passage.hops] };
  });
  const policy = busPolicyHop(run, bus, role);
  const search: RuleSearch = {
    name: "alert rule",
    missing: "alert-rule-missing",
    mismatch: "alert-rule-missing",
    bus: bus.key,
    shown: `the event bus ${text(bus.resource, "arn")}`,
    resource: bus.resource,
  };
  followRules(run, search, [...hops, ...own, policy], true);
}
