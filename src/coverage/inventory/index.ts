export {
  isOfThisPackage,
  joinInventories,
  type Inventory,
  type PackageFile,
  type Resource,
  type StackDocument,
  type UnresolvedAttribute,
} from "./inventory";
export type { Drift } from "./drift";
export { foundAddress, inventoryOfFound, type FoundResource } from "./found-inventory";
export type {
  AccountLimits,
  OrganizationPolicies,
  OrganizationPolicy,
  PolicyLevels,
} from "./organization-policies";
export type { Json } from "../../json/value";
export { inventoryOfPlan } from "./plan-inventory";
export { readPlan, readPlans } from "./read-plans";
export { readInventory } from "./read-inventory";
export { readStacks } from "./read-stacks";
export { statePlaceOf, type StatePlace } from "./shared-states";
export { inventoryOfStacks } from "./stack-inventory";
export { expandStackSets, type KnownAccounts } from "./stack-set";
export { UnusableInputError } from "../../json/read-json";
export { isUnresolved, type Unresolved, type Value, type ValueObject } from "./value";
