import type { EventEnvelope } from "../../catalog";
import { finding, type Finding, type ResourceAddress } from "../finding";
import { expandStackSets, type Inventory } from "../inventory";
import { resourceIndexOf, shownAddress, type ResourceIndex } from "../resource-index";
import type { Delivery, TraceResult } from "../trace-result";
import { followRules } from "./follow";
import { followNotifications } from "./notifications";
import { recorded } from "./recorded";
import type { RuleSearch } from "./rules";
import { branch, endPath, newRun, type TraceOptions } from "./run";

/**
 * Follows one event from the default bus of its account and region, hop by hop, to the people who
 * are notified of it. What is not analyzed ends a path; nothing is guessed.
 *
 * The id of an organizational unit as the event's account stands for every account of it.
 */
export function traceEvent(
  inventory: Inventory,
  event: EventEnvelope,
  options: TraceOptions = {},
): TraceResult {
  return traceThrough(resourceIndexOf(expandStackSets(inventory)), event, options);
}

/** The same, through an index that has what stack sets make. */
export function traceThrough(
  index: ResourceIndex,
  event: EventEnvelope,
  options: TraceOptions = {},
): TraceResult {
  const run = newRun(index, event, options);
  branch(run, [], () => {
    const hop = recorded(index, event, options);
    const { account, region } = event;
    const search: RuleSearch = {
      name: "forwarding rule",
      missing: "forwarding-rule-missing",
      mismatch: "forwarding-rule-mismatch",
      bus: `${account}/${region}/default`,
      shown: `the default event bus of account ${account} in ${region}`,
    };
    branch(run, [hop], () => {
      followRules(run, search, [hop], false);
    });
    followNotifications(run, [hop]);
  });
  const { deliveries, blockers, blockedPaths, findings, logs } = run;
  const [log] = logs;
  if (log && deliveries.length === 0 && blockers.length === 0) {
    const blocker = finding("not-delivered", log.group, "only a log group gets the event");
    endPath(run, log.hops, blocker);
  }
  return { deliveries, blockers, blockedPaths, findings: [...findings, ...repeated(deliveries)] };
}

/** At the topic, so that what one cause brings twice is one thing to mend, however many events it is. */
function repeated(deliveries: readonly Delivery[]): readonly Finding[] {
  const topics = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    topics.set(delivery.topic, [...(topics.get(delivery.topic) ?? []), delivery]);
  }
  return [...topics].flatMap(([topic, several]) => {
    const [first] = several;
    if (first === undefined || several.length === 1) return [];
    const ways = several.map((delivery) => waysOf(delivery).map(shownAddress));
    const isShared = (address: string) => ways.every((way) => way.includes(address));
    const rules = ways.map((way) => {
      const own = way.filter((address) => !isShared(address));
      return (own.length > 0 ? own : way).join(" and ");
    });
    const resource = first.hops.find(({ name }) => /^topic/u.test(name))?.resource;
    return [
      finding(
        "delivered-twice",
        resource,
        `${several.length} times at ${topic}: by ${rules.join("; by ")}`,
      ),
    ];
  });
}

function waysOf({ hops }: Delivery): readonly ResourceAddress[] {
  return hops.flatMap(({ name, resource }) =>
    resource && /rule|target/u.test(name) ? [resource] : [],
  );
}
