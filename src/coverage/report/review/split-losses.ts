import { textIn } from "../../../json/value";
import type { PlannedLoss } from "./resource-loss";
import type { PlacedResource } from "./same-on-aws";
import type { Side } from "./side";

/** Types of which one thing may need several, numbered from the second on. */
const divided: ReadonlySet<string> = new Set([
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_metric_alarm",
]);

/** `signin-alerts-flood` of `signin-alerts-flood-2`. */
const PART = /^(?<whole>.+)-(?:[2-9]|[1-9]\d+)$/u;

/**
 * Losses without those of rules and alarms that only divided what others of the same name have now: fewer
 * are needed where less is ignored. To be asked where every alert of the configuration was found to arrive.
 */
export function withoutParts(
  losses: readonly PlannedLoss[],
  base: Side,
  head: Side,
): readonly PlannedLoss[] {
  const wholes = new Set(head.placed.map((each) => keyOf(each, each.name)));
  const gone = base.placed.filter((each) => {
    const whole = PART.exec(each.name ?? "")?.groups?.["whole"];
    const isPart = divided.has(each.resource.type) && wholes.has(keyOf(each, whole));
    return isPart && !wholes.has(keyOf(each, each.name));
  });
  const names = new Set(gone.map((each) => keyOf(each, each.name)));
  const theirs = base.placed.filter((each) => {
    const { type, attributes } = each.resource;
    const rule = textIn(attributes["rule"]);
    return type === "aws_cloudwatch_event_target" && names.has(keyOf(each, rule, RULE));
  });
  const excused = new Set(
    [...gone, ...theirs].map(({ resource: { stack, address } }) =>
      JSON.stringify([stack, address]),
    ),
  );
  return losses.filter(
    ({ action, plan, address }) =>
      action !== "destroy" || !excused.has(JSON.stringify([plan, address])),
  );
}

const RULE = "aws_cloudwatch_event_rule";

function keyOf(
  { place, resource }: PlacedResource,
  name: string | undefined,
  type = resource.type,
): string {
  return JSON.stringify([type, place, name ?? null]);
}
