export {
  InvalidEventPatternError,
  InvalidInputTransformerError,
  UnknownOperatorError,
} from "./errors";
export * from "./event-pattern";
export { MAXIMUM_INPUT_PATH_LENGTH } from "./input-path";
export * from "./input-transformer";
export { type DeliveringRule, MAXIMUM_INPUT_PATHS } from "./input-variables";
export { MAXIMUM_INPUT_TEMPLATE_LENGTH } from "./input-template";
export type { JsonLeaf, JsonObject, JsonValue } from "../json-value";
export * from "./mail-text";
export * from "./matches-pattern";
export { parseEventPattern, type PatternCondition } from "./parse-event-pattern";
