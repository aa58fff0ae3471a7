export type { Backend } from "./backend";
export { checkConfiguration } from "./checks";
export { formatPath, InvalidConfigurationError, nearest, type Problem } from "./problem";
export type { Account, CreatedTrail, ExistingTrail, Route, SignInAlertsProps } from "./props";
export { checkProviders, guardProviders } from "./provider-guard";
export { regionsOf } from "./regions";
export { SignInAlerts } from "./sign-in-alerts";
