export * from "./account-forwarder";
export type { AlarmProps } from "./guards";
export * from "./alert-formatter";
export * from "./alert-hub";
export * from "./alert-topic";
export * from "./chat-channel";
export {
  DrillRole,
  drillRoleName,
  drillTrust,
  type DrillRoleProps,
  type DrillTrust,
} from "./drill-role";
export * from "./forwarder-stack-set";
export * from "./log-alarm";
export type { CreatedRoles } from "./created-roles";
export type { LogGroupGuardsProps } from "./guards";
export * from "./organization-trail";
export * from "./user-notifications";
export { longestRetry, type RetryPolicy } from "./retry-policy";
