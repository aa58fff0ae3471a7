export type { Acceptance, AcceptedFinding } from "./acceptance";
export { acceptableRules, needsDetail, withAccepted } from "./accepted-findings";
export { coverageOf, type CoverageOptions } from "./coverage-of";
export type { CoverageCell, CoverageReport, HeartbeatCell } from "./coverage-report";
export type {
  ExpectedCoverage,
  ExpectedDrillRole,
  ExpectedNotifications,
  ExpectedRoute,
  ExpectedRule,
  NotRoutedAlerts,
  PlannedCoverage,
} from "./expected-coverage";
export * from "./inventory";
export type { ControlState } from "./guards/controls";
export { otherConfiguration } from "./other-configuration";
export { traceEvent, traceNotifications, type TraceOptions } from "./trace";
export { traceWanted } from "./trace-wanted";
export { findingText, type Finding, type Hop, type ResourceAddress } from "./finding";
export { findingRules, type FindingRule, type FindingSeverity, type RuleId } from "./finding-rules";
export type { Delivery, NotifiedTopic, Silence, TraceResult } from "./trace-result";
export * from "./report";
