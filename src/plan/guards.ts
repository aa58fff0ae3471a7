import { hubQueueName } from "../../modules/names";
import type { Place } from "../aws";
import {
  deliveryAlarms,
  formatterAlarms,
  heartbeatGuards,
  hubDashboard,
  signInLogGuards,
  trailDashboard,
  type Dashboard,
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

function logGuards({
  place,
  logPath,
}: Pick<TrailPlan, "place" | "logPath">): readonly PlacedGuards[] {
  if (!logPath) return [];
  try {
    return [{ place, ...signInLogGuards(logPath.log) }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ place, ...none, impossible: error.message }];
  }
}

function hubGuards(
  { place, busName, alertTopicNames, routes, rules, heartbeats, floodPerMinute }: HubPlan,
  namePrefix: string,
): readonly PlacedGuards[] {
  const delivery = deliveryAlarms({
    namePrefix,
    busName,
    queueName: hubQueueName(namePrefix),
    topicNames: alertTopicNames,
    ...(floodPerMinute !== undefined && { flood: { perMinute: floodPerMinute, rules } }),
  });
  const formatters = routes.flatMap(({ formatter }) =>
    formatter === undefined ? [] : formatterAlarms(formatter),
  );
  return [
    { place, ...none, alarms: [...delivery, ...formatters] },
    ...(heartbeats ? [{ place, ...heartbeatGuards(heartbeats) }] : []),
  ];
}

/** The dashboards that are created. */
export interface DashboardsPlan {
  readonly hub: Dashboard;
  /** Absent where no log group is searched. */
  readonly trail?: Dashboard;
}

/** What there is to look at. */
export function resolveDashboards(
  hub: HubPlan,
  { place, logPath }: TrailPlan,
  namePrefix: string,
): DashboardsPlan {
  const alarms = hubGuards(hub, namePrefix).flatMap((guards) => guards.alarms);
  const queueName = hubQueueName(namePrefix);
  const topicNames = hub.alertTopicNames;
  const isSearched =
    logPath && logGuards({ place, logPath }).every(({ impossible }) => !impossible);
  return {
    hub: hubDashboard({ ...hub, namePrefix, queueName, topicNames, alarms }),
    ...(isSearched && { trail: trailDashboard(place, logPath.log) }),
  };
}

/** Everything that watches the path of alerts. */
export function resolveGuards(
  hub: HubPlan,
  trail: TrailPlan,
  namePrefix: string,
  dashboards: DashboardsPlan | undefined,
): readonly PlacedGuards[] {
  return [
    ...hubGuards(hub, namePrefix),
    ...logGuards(trail),
    ...(dashboards ? [{ place: hub.place, ...none, dashboards: [dashboards.hub] }] : []),
    ...(dashboards?.trail ? [{ place: trail.place, ...none, dashboards: [dashboards.trail] }] : []),
  ];
}
