export type { AccountStack } from "./account-stack";
export type { Backend } from "./backend";
export { checkConfiguration, type ConfigurationDraft } from "./checks";
export type { Draft } from "./checks/draft";
export type { HubStack } from "./hub-stack";
export {
  formatPath,
  formatProblem,
  formatValue,
  InvalidConfigurationError,
  nearest,
  type Problem,
  type ProblemPath,
} from "./problem";
export type {
  Account,
  CreatedTrail,
  ExistingTrail,
  Ignore,
  LogAlarms,
  NotificationSettings,
  Operations,
  RegionStrategy,
  Route,
  SignInAlertsProps,
  StackSetRollout,
  TerraformRollout,
} from "./props";
export { checkProviders, guardProviders } from "./provider-guard";
export { regionsOf } from "./regions";
export { configurationSchema } from "./shape";
export { SignInAlerts } from "./sign-in-alerts";
export type { SignInStack } from "./signin-stack";
export type { StackSetStack } from "./stack-set-stack";
export type { TrailStack } from "./trail-stack";
export { configurationWarnings } from "./warnings";
