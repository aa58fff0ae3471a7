export { deploymentOrder } from "./deployment-order";
export { formats } from "./formats";
export type { Action } from "./formats/format";
export { otherPlans, planStacks, type PlannedStack } from "./plan-stacks";
export { terraformProgram } from "./terraform-program";
export { writeTerragruntUnits, type TerragruntUnits } from "./terragrunt";
export { localStates } from "./local-states";
