import { parseArn } from "../../aws";
import { after, blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, shownAddress, text, type ResourceIndex } from "../resource-index";
import { busPolicyHop, destinationBus, requireRoute, rolePassage } from "./bus";
import { deliver } from "./deliver";
import { deliverByFunction } from "./function-target";
import { keepInLogGroup } from "./log-group-target";
import { requireWholeEvent } from "./message";
import { matchingRules, targetsOf, type RuleSearch } from "./rules";
import { branch, type Run } from "./run";

/** Follows an event through the rules of one bus. */
export function followRules(
  run: Run,
  search: RuleSearch,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  for (const { rule, hop } of matchingRules(run, search, hops)) {
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
  branch(run, hops, () => {
    const targets = targetsOf(run.index, bus, rule);
    if (targets.length === 0) blocked("target-missing", rule);
    for (const target of targets) {
      branch(run, hops, () => {
        followTarget(run, rule, target, hops, hasHopped);
      });
    }
  });
}

/**
 * Blocks for targets of other services than those below: EventBridge refuses the target.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 */
const ofOtherTargets = [
  "appsync_target",
  "batch_target",
  "ecs_target",
  "http_target",
  "kinesis_target",
  "redshift_target",
  "run_command_targets",
  "sagemaker_pipeline_target",
  "sqs_target",
];

/** Once: each target is followed for many events. */
function foreignBlocks(index: ResourceIndex): ReadonlyMap<Resource, string> {
  return index.once("blocks of other targets", () => {
    const found = index.all("aws_cloudwatch_event_target").flatMap((target) => {
      const name = ofOtherTargets.find((each) => !isBlank(target.attributes[each]));
      return name === undefined ? [] : [[target, name] as const];
    });
    return new Map(found);
  });
}

/** What follows an event that a target gets, by the service of the target. */
const destinations: ReadonlyMap<
  string | undefined,
  (run: Run, rule: Resource, target: Resource, hops: readonly Hop[]) => void
> = new Map([
  ["sns", deliver],
  ["lambda", deliverByFunction],
  ["logs", keepInLogGroup],
]);

function followTarget(
  run: Run,
  rule: Resource,
  target: Resource,
  hops: readonly Hop[],
  hasHopped: boolean,
): void {
  const arn = text(target, "arn");
  const parts = parseArn(arn);
  const foreign = foreignBlocks(run.index).get(target);
  if (foreign !== undefined) {
    blocked("value-invalid", target, `${foreign}: EventBridge does not accept it for ${arn}`);
  }
  if (parts?.service === "events" && parts.resource.startsWith("event-bus/")) {
    if (hasHopped) blocked("target-third-bus", target, arn);
    followBus(run, rule, target, hops);
    return;
  }
  const destination =
    destinations.get(parts?.service) ?? blocked("not-analyzed-target", target, arn);
  withoutRole(target);
  destination(run, rule, target, hops);
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

function followBus(run: Run, rule: Resource, target: Resource, hops: readonly Hop[]): void {
  const { index, options } = run;
  const asked = `bus target ${shownAddress(target)} ${options.permissionsBoundary ?? ""}`;
  const { bus, role, own } = index.once(asked, () => {
    requireWholeEvent(target, "an event bus");
    const destination = destinationBus(index, target);
    requireRoute(rule, target);
    const sending = step("target", target, `sends to ${text(target, "arn")}`);
    const passage = after([sending], () => rolePassage(index, rule, target, options));
    return { bus: destination, role: passage.role, own: [sending, ...passage.hops] };
  });
  const policy = after(own, () => busPolicyHop(run, bus, role, rule));
  const search: RuleSearch = {
    name: "alert rule",
    missing: "alert-rule-missing",
    mismatch: "alert-rule-missing",
    bus: bus.key,
    shown: `the event bus ${text(bus.resource, "arn")}`,
    resource: bus.resource,
  };
  const arrived = [...own, policy];
  after(arrived, () => {
    followRules(run, search, [...hops, ...arrived], true);
  });
}
