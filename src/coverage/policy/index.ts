export { CONDITION_KEYS, type ConditionKey } from "./condition-keys";
export { ConditionKeyError, PolicyParseError, PolicyRequestError } from "./errors";
export type { PolicyProblem } from "./errors";
export { evaluatePolicy, type Decision } from "./evaluate-policy";
export { parsePolicy, type ParsePolicyOptions } from "./parse-policy";
export type { PolicyDocument, PolicyKind, PolicyStatement } from "./policy-document";
export type {
  AccountPrincipal,
  ContextValue,
  PolicyRequest,
  RequestPrincipal,
  ServicePrincipal,
} from "./policy-request";
