export { statedOrganizations } from "./organization";
export type { TraceOptions } from "./run";
export { traceEvent, traceThrough } from "./trace-event";
