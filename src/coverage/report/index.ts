export { coverageJson, type CoverageJson, type FindingJson } from "./coverage-json";
export { coverageJunit } from "./coverage-junit";
export { coverageMarkdown } from "./coverage-markdown";
export { coverageSarif } from "./coverage-sarif";
export { isCovered, type CoverageTotals } from "./coverage-summary";
export { coverageTable, type CoverageTableStyle, type TerminalStyle } from "./coverage-table";
export { coverageHtml } from "./html";
export { reportWriters, type ReportOptions, type ReportWriter } from "./report-writers";
export * from "./review";
export {
  isDelivered,
  traceJson,
  traceMarkdown,
  traceText,
  type TracedEvent,
  type TraceJson,
} from "./trace-report";
