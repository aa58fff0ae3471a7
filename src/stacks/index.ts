export * from "../config";
export { checkConfiguration, loadConfiguration } from "../plan";
export type { AccountStack } from "./account-stack";
export type { HubStack } from "./hub-stack";
export { checkProviders, guardProviders } from "./provider-guard";
export { SignInAlerts } from "./sign-in-alerts";
export type { SignInStack } from "./signin-stack";
export type { StackSetStack } from "./stack-set-stack";
export type { TrailStack } from "./trail-stack";
