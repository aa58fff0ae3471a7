export { AlertHub, type AlertHubProps, type AlertRoute } from "./alert-hub";
export {
  AlertRule,
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
