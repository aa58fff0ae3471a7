export { deploymentOrder } from "./deployment-order";
export { formats } from "./formats";
export type { Action } from "./formats/format";
export { writeTerragruntUnits, type TerragruntUnits } from "./terragrunt";
