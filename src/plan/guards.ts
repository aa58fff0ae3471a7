import { hubQueueName } from "../../modules/names";
import type { Place } from "../aws";
import {
  busLogQueries,
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
  /** Topic that every alarm notifies; absent: there are no alarms. */
  readonly topicArn?: string;
  /** Why nothing can watch; such a configuration is refused. Absent: it can. */
  readonly impossible?: string;
};

const none: Guards = { alarms: [], filters: [], queries: [] };

function logGuards({ place, logPath }: TrailPlan): readonly PlacedGuards[] {
  if (!logPath) return [];
  try {
    return [{ place, topicArn: logPath.alarmTopic.arn, ...signInLogGuards(logPath.log) }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ place, ...none, impossible: error.message }];
  }
}

function hubGuards(hub: HubPlan, namePrefix: string): readonly PlacedGuards[] {
  const { place, busName, alertTopicNames, operations, routes, rules, heartbeats, floodPerMinute } =
    hub;
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
  const notifying = { place, topicArn: operations.arn };
  return [
    { ...notifying, ...none, alarms: [...delivery, ...formatters] },
    ...(heartbeats ? [{ ...notifying, ...heartbeatGuards(heartbeats) }] : []),
    ...(hub.logs ? [{ place, ...none, queries: busLogQueries({ namePrefix, busName }) }] : []),
  ];
}

/** The dashboards that are created. */
export interface DashboardsPlan {
  readonly hub: Dashboard;
  /** Absent where no log group is searched. */
  readonly trail?: Dashboard;
}

/** What watches the path of alerts, and what there is to look at. */
export interface WatchPlan {
  /** In the hub, and in the trail's home region. */
  readonly guards: readonly PlacedGuards[];
  /** Absent: there are none. */
  readonly dashboards?: DashboardsPlan;
}

/**
 * Everything that watches the path of alerts.
 * @param hasDashboards whether dashboards show it
 */
export function resolveGuards(
  hub: HubPlan,
  trail: TrailPlan,
  namePrefix: string,
  hasDashboards: boolean,
): WatchPlan {
  const inHub = hubGuards(hub, namePrefix);
  const inLog = logGuards(trail);
  if (!hasDashboards) return { guards: [...inHub, ...inLog] };
  const queueName = hubQueueName(namePrefix);
  const topicNames = hub.alertTopicNames;
  const alarms = inHub.flatMap((guards) => guards.alarms);
  const isSearched = inLog.every(({ impossible }) => impossible === undefined);
  const dashboards = {
    hub: hubDashboard({ ...hub, namePrefix, queueName, topicNames, alarms }),
    ...(trail.logPath && isSearched && { trail: trailDashboard(trail.place, trail.logPath.log) }),
  };
  const shown = (place: Place, dashboard?: Dashboard) =>
    dashboard ? [{ place, ...none, dashboards: [dashboard] }] : [];
  return {
    guards: [
      ...inHub,
      ...inLog,
      ...shown(hub.place, dashboards.hub),
      ...shown(trail.place, dashboards.trail),
    ],
    dashboards,
  };
}
