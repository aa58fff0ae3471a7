export { is, isNot, isNotOrAbsent, type Condition } from "./condition";
export { differencePattern } from "./difference-pattern";
export { contains, intersect, subtract, unite, type EventBox, type EventSet } from "./event-set";
export { addressesIn, beginningWith, like, type Text } from "./text";
export { toPattern } from "./to-pattern";
