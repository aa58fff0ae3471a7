import { textIn } from "../../../json/value";
import type { PlannedLoss } from "./resource-loss";
import type { PlacedResource } from "./same-on-aws";
import type { Side } from "./side";

/** `signin-alerts-flood` of `signin-alerts-flood-2`: what is numbered from the second on. */
const PART = /^(?<whole>.+)-(?:[2-9]|[1-9]\d+)$/u;

const rules = (side: Side) => side.written("aws_cloudwatch_event_rule");
const alarms = (side: Side) => side.written("aws_cloudwatch_metric_alarm");

/**
 * Losses without those of rules and alarms that only divided what others of the same name have now: fewer
 * are needed where less is ignored. To be asked where every alert of the configuration was found to arrive.
 */
export function withoutParts(
  losses: readonly PlannedLoss[],
  base: Side,
  head: Side,
): readonly PlannedLoss[] {
  const goneRules = goneParts(rules(base), rules(head));
  const names = new Set(goneRules.map((each) => keyOf(each, each.name)));
  const targets = base
    .written("aws_cloudwatch_event_target")
    .filter((each) => names.has(keyOf(each, textIn(each.resource.attributes["rule"]))));
  const gone = [...goneRules, ...targets, ...goneParts(alarms(base), alarms(head))];
  const excused = new Set(
    gone.map(({ resource: { stack, address } }) => JSON.stringify([stack, address])),
  );
  return losses.filter(
    ({ action, plan, address }) =>
      action !== "destroy" || !excused.has(JSON.stringify([plan, address])),
  );
}

/** Parts that are gone, of what is still there. */
function goneParts(
  before: readonly PlacedResource[],
  after: readonly PlacedResource[],
): readonly PlacedResource[] {
  const there = new Set(after.map((each) => keyOf(each, each.name)));
  return before.filter((each) => {
    const whole = PART.exec(each.name ?? "")?.groups?.["whole"];
    return there.has(keyOf(each, whole)) && !there.has(keyOf(each, each.name));
  });
}

function keyOf({ place }: PlacedResource, name: string | undefined): string {
  return JSON.stringify([place, name ?? null]);
}
