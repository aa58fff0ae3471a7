export type { Alarm, Dashboard, Guards, Metric, MetricFilter, SavedQuery, Watched } from "./alarm";
export {
  busLogDestinationName,
  busLogGroupName,
  busLogPolicyName,
  busLogQueries,
  busLogSourceName,
  busLogTypes,
  longestLogDeliveryName,
  type BusLog,
} from "./bus-log";
export { cisChoices, cisControls, type CisChoice, type CisControl } from "./cis-controls";
export type { CoveredAccount } from "./covered-sign-ins";
export {
  deliveryAlarms,
  formatterAlarms,
  formatterLogGroupName,
  type DeliveryPath,
} from "./delivery";
export { hubDashboard, trailDashboard, type HubView } from "./dashboard";
export { patternOfCondition } from "./filter-pattern";
export type { CountedRule, FloodWatch } from "./flood";
export {
  defaultHeartbeatHours,
  heartbeatEvent,
  heartbeatGuards,
  heartbeatHours,
  heartbeatLogGroupName,
  heartbeatName,
  heartbeatPattern,
  heartbeatSchedule,
  heartbeatWatchName,
  scheduledEvent,
  type ExpectedHeartbeats,
} from "./heartbeat";
export { mostFilters, signInLogGuards, type SignInLog, type WatchedUsers } from "./sign-in-log";
