export { callKinds, requestOf, type Call, type CallName } from "./calls";
export { CONDITION_KEYS } from "./condition-keys";
export { PolicyParseError } from "./policy-json";
export { evaluatePolicies, type Decision } from "./evaluate-policies";
export { mayName } from "./statement-applies";
export { parsePolicy } from "./parse-policy";
export type { PolicyDocument, PolicyKind, PolicyPrincipal } from "./policy-document";
export {
  PolicyRequestError,
  type ContextValue,
  type PolicyRequest,
  type RequestPrincipal,
} from "./policy-request";
