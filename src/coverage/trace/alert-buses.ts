import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { keyOf, text, type ResourceIndex } from "../resource-index";
import { mayMatchAlert } from "./alert-patterns";
import { busOf, ownRules } from "./own-rules";
import { isScheduled, targetsOf } from "./rules";

/** Where a rule sends: the ARNs of its targets; none where one is not known. */
function destinationsOf(index: ResourceIndex, rule: Resource): readonly string[] {
  let arns: readonly string[] = [];
  blockersOf(() => {
    arns = targetsOf(index, keyOf(rule, "{bus}"), rule).map((target) => text(target, "arn"));
  });
  return arns;
}

/** Where heartbeats go: event buses that alerts meet at, and the log groups that rules there write to. */
interface HeartbeatPlaces {
  readonly buses: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/**
 * Alerts meet at the buses that rules of alerts send to and are on. Where one half of these rules is broken
 * or in another state, the other half says it.
 */
function heartbeatPlaces(index: ResourceIndex): HeartbeatPlaces {
  return index.once("places of heartbeats", () => {
    const own = ownRules(index);
    const rules = index
      .all("aws_cloudwatch_event_rule")
      .filter((rule) => !isScheduled(rule) && !own.has(rule) && mayMatchAlert(rule))
      .map((rule) => ({ bus: keyOf(rule, "{bus}"), arns: destinationsOf(index, rule) }));
    const sentTo = new Set(rules.flatMap(({ arns }) => arns.flatMap((arn) => busOf(arn) ?? [])));
    const on = new Set(rules.flatMap(({ bus }) => (bus.endsWith("/default") ? [] : [bus])));
    const both = [...sentTo].filter((bus) => on.has(bus));
    const buses = new Set(both.length > 0 ? both : [...sentTo, ...on]);
    const groups = rules.filter(({ bus }) => buses.has(bus)).flatMap(({ arns }) => arns);
    return { buses, groups: new Set(groups) };
  });
}

/** Whether a scheduled rule sends heartbeats: to where alerts meet, or to what is not known. */
export function sendsHeartbeats(index: ResourceIndex, rule: Resource): boolean {
  const arns = destinationsOf(index, rule);
  if (arns.length === 0) return true;
  const { buses, groups } = heartbeatPlaces(index);
  return arns.some((arn) => {
    const bus = busOf(arn);
    return bus === undefined ? groups.has(arn) : buses.has(bus);
  });
}
