export { coverageOf, type CoverageOptions } from "./coverage-of";
export type { CoverageCell, CoverageReport, HeartbeatCell } from "./coverage-report";
export type {
  ExpectedCoverage,
  ExpectedNotifications,
  ExpectedRoute,
  ExpectedRule,
  UntoldAlerts,
} from "./expected-coverage";
export * from "./inventory";
export { traceEvent, traceNotifications, type TraceOptions } from "./trace";
export type { Delivery, Hop, ResourceAddress, Stop, TraceResult } from "./trace-result";
export * from "./report";
