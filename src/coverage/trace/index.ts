export { statedOrganizations } from "./organization";
export type { TraceOptions } from "./run";
export { traceEvent } from "./trace-event";
