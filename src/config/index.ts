export { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
export type { Draft } from "./draft";
export type { ConfigurationDraft } from "./draft";
export {
  formatPath,
  formatProblem,
  formatValue,
  InvalidConfigurationError,
  nearest,
  type Edit,
  type Problem,
  type ProblemPath,
} from "./problem";
export type {
  AcceptUncovered,
  AcceptUnrouted,
  Account,
  Backend,
  CreatedTrail,
  ExistingTrail,
  Ignore,
  KindSettings,
  WatchEntry,
  LogAlarms,
  DrillSettings,
  NotificationSettings,
  Operations,
  RegionStrategy,
  Route,
  RouteFormats,
  SignInAlertsProps,
  StackSetRollout,
  TerraformRollout,
} from "./props";
export { configurationSchema } from "./schema";
export type { Position } from "./yaml-source";
