export { AlertHub, type AlertHubProps } from "./alert-hub";
export {
  AlertRule,
  type AlertRoute,
  type AlertRuleProps,
  type MessageForm,
  type MessageFormatter,
} from "./alert-rule";
export {
  alertRuleName,
  hubArchiveName,
  hubBusArn,
  hubBusName,
  hubQueueName,
  hubRulesArn,
} from "../names";
