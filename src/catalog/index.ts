export {
  byCause,
  severities,
  type AlertKind,
  type AlertMessage,
  type Cause,
  type Severity,
} from "./alert-kind";
export {
  archivePattern,
  catalog,
  findKind,
  forwarderPattern,
  isOfAnyService,
  needsReadEvents,
  patternOf,
  ruleStateFor,
  valuesOf,
} from "./catalog";
export { alertRulesOf, plainParts, samplesOf, type AlertRuleOfKind } from "./alert-rules";
export { chatNotification, chatTransformerFor, type ChatNotification } from "./chat-message";
export {
  contains,
  is,
  isAbsent,
  isNot,
  isNotOrAbsent,
  type Condition,
  type EventBox,
  type EventSet,
} from "./event-set";
export { recordSample, recordsOf } from "./event-sources";
export { catalogWithKinds, requirePartition } from "./own-kinds";
export { patternsByType, type TypedPattern } from "./event-types";
export type { FieldName, MessageField } from "./fields";
export {
  formattedMessage,
  type AccountNames,
  type FormattedMessage,
  type FormattingContext,
} from "./formatted-message";
export { formatterInputFor } from "./formatter-input";
export {
  jsonMessage,
  jsonProtocols,
  jsonProtocolsIn,
  messageByProtocol,
  messageFormats,
  type JsonMessage,
  type JsonProtocol,
  type MessageFormat,
} from "./json-message";
export {
  inputTransformerFor,
  messageStyles,
  messageText,
  type InputTransformer,
  type MessageContext,
  type MessageKind,
  type MessageStyle,
} from "./message";
export {
  coversPrincipal,
  principalsOverlap,
  watchedPrincipal,
  type WatchedPrincipal,
} from "./watched-principal";
export {
  longestWatchName,
  principalForm,
  watchKindName,
  watchName,
  watchNameForm,
  type Watch,
} from "./watch";
export { catalogWith, isOfKind, kindTitle, kindsWith } from "./watched";
export { noteForm, noteProblem } from "./note";
export { alertPatterns, ignoredEvents, type AlertScope, type IgnoredEvents } from "./ignored";
export { placeSample, type EventEnvelope, type SampleEvent } from "./sample-event";
