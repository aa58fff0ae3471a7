export {
  elementsOf,
  isCollection,
  isMapping,
  isWhole,
  kindOf,
  fromJson,
  type Constant,
} from "./constant";
export { asCondition } from "./choices";
export { converted } from "./conversion";
export { Evaluation, type Names } from "./evaluation";
export { attempt, refuse, type Outcome } from "./refusal";
export { stepped, type Step } from "./steps";
export { signatures, type Parameter } from "./signatures";
export { TypeInference } from "./type-inference";
export { formOf, typeText, type Attribute, type Form, type Type } from "./types";
