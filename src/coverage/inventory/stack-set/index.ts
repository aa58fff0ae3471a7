export { expandStackSets, type KnownAccounts } from "./expand";
export {
  namedUnit,
  stackSetOf,
  stackSetTargets,
  unitOf,
  withUnits,
  type StackSetTarget,
} from "./targets";
