import { hubQueueName } from "../../modules/names";
import type { Place } from "../aws";
import {
  deliveryAlarms,
  formatterAlarms,
  heartbeatGuards,
  signInLogGuards,
  type Guards,
} from "../guards";
import type { HubPlan } from "./hub";
import type { TrailPlan } from "./trail";

/** What watches the path of alerts in one account and region. */
export type PlacedGuards = Guards & {
  readonly place: Place;
  /** Why nothing can watch; such a configuration is refused. Absent: it can. */
  readonly impossible?: string;
};

const none: Guards = { alarms: [], filters: [], queries: [] };

function logGuards({ place, logPath }: TrailPlan): readonly PlacedGuards[] {
  if (!logPath) return [];
  try {
    return [{ place, ...signInLogGuards(logPath.log) }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ place, ...none, impossible: error.message }];
  }
}

/** Everything that watches the path of alerts. */
export function resolveGuards(
  { place, busName, alertTopicNames, routes, rules, heartbeats, floodPerMinute }: HubPlan,
  trail: TrailPlan,
  namePrefix: string,
): readonly PlacedGuards[] {
  const queueName = hubQueueName(namePrefix);
  const delivery = deliveryAlarms({
    namePrefix,
    busName,
    queueName,
    topicNames: alertTopicNames,
    ...(floodPerMinute !== undefined && { flood: { perMinute: floodPerMinute, rules } }),
  });
  const formatters = routes.flatMap(({ formatter }) =>
    formatter === undefined ? [] : formatterAlarms(formatter),
  );
  return [
    { place, ...none, alarms: [...delivery, ...formatters] },
    ...(heartbeats ? [{ place, ...heartbeatGuards(heartbeats) }] : []),
    ...logGuards(trail),
  ];
}
