export { AMBIENT_ACCOUNT } from "./provider-scope";
export { DeploymentRecord, type RecordedResource } from "./record";
export { startStandIn, type StandIn } from "./server";
