export type { Backend } from "./backend";
export { checkConfiguration, type ConfigurationDraft } from "./checks";
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
export { SignInAlerts } from "./sign-in-alerts";
export { configurationWarnings } from "./warnings";
