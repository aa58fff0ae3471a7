export * from "./account-forwarder";
export * from "./alert-hub";
export * from "./alert-topic";
export * from "./chat-channel";
export * from "./forwarder-stack-set";
export * from "./log-alarm";
export * from "./organization-trail";
export * from "./user-notifications";
export { longestRetry, type RetryPolicy } from "./retry-policy";
