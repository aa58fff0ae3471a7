export { expandStackSets, type KnownAccounts } from "./expand";
export { stackSetOf, stackSetTargets, type StackSetTarget } from "./targets";
export { namedUnit, unitOf, withUnits } from "./units";
