export { severities, type AlertKind, type AlertMessage, type Severity } from "./alert-kind";
export { catalog, findKind, patternOf, ruleStateFor, valuesOf } from "./catalog";
export type { PatternNode } from "./event-set";
export {
  inputTransformerFor,
  messageText,
  type InputTransformer,
  type MessageContext,
} from "./message";
export { placeSample, type EventEnvelope, type SampleEvent } from "./sample-event";
