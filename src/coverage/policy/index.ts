export { CONDITION_KEYS } from "./condition-keys";
export { ConditionKeyError, PolicyParseError, PolicyRequestError } from "./errors";
export { evaluatePolicy, type Decision } from "./evaluate-policy";
export { parsePolicy } from "./parse-policy";
export type { PolicyDocument, PolicyKind } from "./policy-document";
export type { PolicyRequest, RequestPrincipal } from "./policy-request";
