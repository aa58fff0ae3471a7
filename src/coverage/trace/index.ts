export { traceNotifications } from "./notifications";
export type { TraceOptions } from "./run";
export { traceEvent, traceThrough } from "./trace-event";
