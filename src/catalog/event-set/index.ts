export {
  complement,
  is,
  isAbsent,
  isNot,
  isNotOrAbsent,
  isOrAbsent,
  type Condition,
} from "./condition";
export { differencePatterns } from "./difference-patterns";
export {
  contains,
  intersect,
  subtract,
  unite,
  widest,
  type EventBox,
  type EventSet,
} from "./event-set";
export { addressText, beginningWith, endingWith, like, no, type Text } from "./text";
export { toPattern } from "./to-pattern";
