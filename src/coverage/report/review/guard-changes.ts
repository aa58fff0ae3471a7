import type { ResourceAddress } from "../../finding";
import type { Resource } from "../../inventory";
import { partOf } from "../../resource-types";
import { isScheduled } from "../../trace/rules";
import type { PlannedLoss } from "./resource-loss";
import type { PlacedResource } from "./same-on-aws";
import type { OtherChange, Side } from "./side";

function argument({ attributes }: Resource, name: string): string {
  const value = attributes[name];
  return typeof value === "string" ? value : "";
}

/** Rules that send heartbeats: they act at certain times. */
function heartbeats(side: Side): readonly PlacedResource[] {
  return side
    .written("aws_cloudwatch_event_rule")
    .filter((each) => isScheduled(each.resource) && side.isNearThePath(each));
}

const targets = (side: Side) => side.written("aws_cloudwatch_event_target");

/** Filters that count in the log group of the trail; heartbeats have one of their own, to which a rule writes. */
function logFilters(side: Side): readonly PlacedResource[] {
  const arns = targets(side).map(({ resource }) => argument(resource, "arn"));
  return side.written("aws_cloudwatch_log_metric_filter").filter((each) => {
    const group = argument(each.resource, "log_group_name");
    return side.isNearThePath(each) && !arns.some((arn) => arn.endsWith(`:log-group:${group}`));
  });
}

/** What no longer watches the path. */
export function guardChanges(base: Side, head: Side): readonly OtherChange[] {
  const isOff = (guards: (side: Side) => readonly PlacedResource[]) =>
    guards(base).length > 0 && guards(head).length === 0;
  if (!isOff(heartbeats) && !isOff(logFilters)) return [];
  if (heartbeats(head).length === 0 && logFilters(head).length === 0) {
    return [
      {
        text: "Nothing watches the path any more: heartbeats and log path are off, so nobody notices when a sign-in does not arrive.",
        isLoss: true,
      },
    ];
  }
  const text = isOff(heartbeats)
    ? "Heartbeats are off: a region that can no longer send sign-ins to the hub is noticed by nobody."
    : "The log path is off: a sign-in that does not arrive is noticed by nobody.";
  return [{ text, isLoss: true }];
}

/** Whether a sentence says that what watches is gone: then its resources need no lines of their own. */
export function nothingWatches(base: Side, head: Side): boolean {
  const before = heartbeats(base).length + logFilters(base).length;
  return before > 0 && heartbeats(head).length + logFilters(head).length === 0;
}

/** What a loss is a part of: heartbeats, and logs of the event bus, are made of resources as alerts are, and watch. */
export function withParts(losses: readonly PlannedLoss[], base: Side): readonly PlannedLoss[] {
  const watching = [...heartbeatParts(base), ...logParts(base, deliveredTo(base))];
  const watches = new Set(watching.map(({ resource }) => keyOf(resource)));
  const apart = losses.length === 0 ? new Set() : apartFromAlerts(base);
  return losses.map((loss) => {
    const key = keyOf({ stack: loss.plan, address: loss.address });
    const own = watches.has(key) ? "watch" : partOf(loss.type);
    const part = apart.has(key) ? undefined : own;
    return { ...loss, ...(part !== undefined && { part }) };
  });
}

/** What no alert passes and nothing watches, by stack and address: a team's own, people's roles, logs of functions. */
function apartFromAlerts(side: Side): ReadonlySet<string> {
  const others = side.placed.filter((each) => !side.isNearThePath(each));
  return new Set([
    ...[...others, ...functionLogs(side)].map(({ resource }) => keyOf(resource)),
    ...unnamedRoles(side),
  ]);
}

/** Log groups that Lambda writes to and that nothing looks into. */
function functionLogs(side: Side): readonly PlacedResource[] {
  const filtered = side
    .written("aws_cloudwatch_log_metric_filter")
    .map(({ resource }) => argument(resource, "log_group_name"));
  const names = side.written("aws_lambda_function").map(({ name = "" }) => `/aws/lambda/${name}`);
  return side
    .written("aws_cloudwatch_log_group")
    .filter(({ name = "" }) => names.includes(name) && !filtered.includes(name));
}

/** What names a role: its ARN, or its address where the ARN is not known. */
const ROLE_NAMES = /arn:[a-z-]+:iam::\d{12}:role\/[^"\\]+|aws_iam_role\.[\w-]+/gu;

/** Roles that nothing but their own policies names, by stack and address: those of people, such as of drills. */
function unnamedRoles(side: Side): ReadonlySet<string> {
  const roles = side.written("aws_iam_role");
  if (roles.length === 0) return new Set();
  const own = new Set([
    ...roles,
    ...side.written("aws_iam_role_policy"),
    ...side.written("aws_iam_role_policy_attachment"),
  ]);
  const named = new Set(
    side.placed
      .filter((each) => !own.has(each))
      .flatMap(
        ({ resource: { attributes } }) => JSON.stringify(attributes).match(ROLE_NAMES) ?? [],
      ),
  );
  const isNamed = ({ resource }: PlacedResource): boolean =>
    [argument(resource, "arn"), resource.address].some((name) => name === "" || named.has(name));
  return new Set(roles.filter((role) => !isNamed(role)).map(({ resource }) => keyOf(resource)));
}

function keyOf({ stack, address }: ResourceAddress): string {
  return JSON.stringify([stack, address]);
}

/** Scheduled rules, the rule that gathers their events, the targets of both, and where they are counted. */
function heartbeatParts(side: Side): readonly PlacedResource[] {
  const gathering = side
    .written("aws_cloudwatch_event_rule")
    .filter(({ resource }) => argument(resource, "event_pattern").includes('"Scheduled Event"'));
  const rules = [...heartbeats(side), ...gathering];
  const names = new Set(rules.map(({ name = "", place }) => `${place} ${name}`));
  const theirs = targets(side).filter(({ resource, place }) =>
    names.has(`${place} ${argument(resource, "rule")}`),
  );
  const groups = theirs.flatMap(({ resource }) => {
    const group = /:log-group:(.+)$/u.exec(argument(resource, "arn"))?.[1];
    return group === undefined ? [] : [group];
  });
  return [...rules, ...theirs, ...logParts(side, groups)];
}

/** Names of the log groups that logs are delivered to. */
function deliveredTo(side: Side): readonly string[] {
  return side.written("aws_cloudwatch_log_delivery_destination").flatMap(({ resource }) => {
    const text = JSON.stringify(resource.attributes["delivery_destination_configuration"] ?? null);
    return /:log-group:([^":*]+)/u.exec(text)?.[1] ?? [];
  });
}

/** Log groups of these names, and who may write to them. */
function logParts(side: Side, groups: readonly string[]): readonly PlacedResource[] {
  return [
    ...side.written("aws_cloudwatch_log_group").filter(({ name = "" }) => groups.includes(name)),
    ...side.written("aws_cloudwatch_log_resource_policy").filter(({ resource }) => {
      const document = argument(resource, "policy_document");
      return groups.some((group) => document.includes(`:log-group:${group}:`));
    }),
  ];
}
