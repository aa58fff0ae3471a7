export { is, isNot, isNotOrAbsent, type Condition } from "./condition";
export { intersect, subtract, unite, type EventBox, type EventSet } from "./event-set";
export { toPattern } from "./to-pattern";
