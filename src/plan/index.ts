export type { AccessPlan } from "./access";
export type { SecretAddress } from "../aws/secret-address";
export type { BackendPlan } from "./backend";
export type { AccountPlan, NotificationsPlan, StackSetPlan } from "./accounts";
export {
  channelText,
  shownChannel,
  isService,
  isSubscribed,
  type Channel,
  type ServiceChannel,
  type SubscribedChannel,
  type UserNotificationsChannel,
} from "./channels";
export { checkConfiguration } from "./checks";
export type { DrillRolePlan } from "./drill-role";
export { expectationsOf } from "./expectations";
export type { DashboardsPlan, PlacedGuards, WatchPlan } from "./guards";
export type { HubPlan } from "./hub";
export { loadConfiguration } from "./load-configuration";
export type { NotRouted } from "./not-routed";
export {
  resolve,
  type CreatedRolesPlan,
  type IgnoreTagsPlan,
  type Plan,
  type TerraformPlan,
} from "./resolve";
export type { RoutePlan, RulePlan } from "./routes";
export type { TopicPlan } from "./topics";
export type { CreatedTrailPlan, LogPlan, TrailPlan } from "./trail";
