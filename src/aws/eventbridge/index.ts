export {
  InvalidEventPatternError,
  InvalidInputTransformerError,
  UnknownOperatorError,
} from "./errors";
export * from "./event-pattern";
export * from "./input-transformer";
export type { JsonObject, JsonValue } from "../../json/value";
export * from "./input-transformer";
export * from "./matches-pattern";
export * from "./pattern-limits";
export { parseEventPattern, type PatternCondition } from "./parse-event-pattern";
export { wildcardComplexity } from "./wildcard-complexity";
