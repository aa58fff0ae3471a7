export { CONDITION_KEYS } from "./condition-keys";
export { PolicyParseError } from "./policy-json";
export { evaluatePolicy, type Decision } from "./evaluate-policy";
export { parsePolicy } from "./parse-policy";
export type { PolicyDocument, PolicyKind } from "./policy-document";
export {
  ConditionKeyError,
  PolicyRequestError,
  type PolicyRequest,
  type RequestPrincipal,
} from "./policy-request";
