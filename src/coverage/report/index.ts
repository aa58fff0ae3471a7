export { coverageJson, type CoverageJson, type FindingJson } from "./coverage-json";
export { coverageMarkdown } from "./coverage-markdown";
export { isCovered, type CoverageTotals } from "./coverage-summary";
export { coverageTable, type TerminalStyle } from "./coverage-table";
export { coverageHtml } from "./html";
export * from "./review";
export {
  isDelivered,
  traceJson,
  traceMarkdown,
  traceText,
  type TracedEvent,
  type TraceJson,
} from "./trace-report";
