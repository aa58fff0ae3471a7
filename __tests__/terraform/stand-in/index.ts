export { AMBIENT_ACCOUNT, AMBIENT_REGION } from "./provider-scope";
export { DeploymentRecord, type RecordedChange, type RecordedResource } from "./record";
export { resourceSchema } from "./resource-schema";
export { startStandIn, type StandIn } from "./server";
export type { TfObject, TfValue } from "./values";
