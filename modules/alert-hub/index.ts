export { AlertHub, type AlertHubProps, type AlertRoute } from "./alert-hub";
export { AlertRule, type AlertRuleProps, type MessageForm } from "./alert-rule";
export { alertRuleName, hubBusArn, hubBusName, hubQueueName } from "./names";
