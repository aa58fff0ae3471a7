export { compileFilterPattern } from "./compile-filter-pattern";
export { coverFilterPatterns } from "./covering-patterns";
export { InvalidFilterPatternError } from "./errors";
export { FILTER_PATTERN_LIMIT } from "./filter-pattern";
