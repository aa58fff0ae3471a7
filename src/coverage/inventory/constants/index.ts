export { elementsOf, isCollection, isMapping, kindOf, fromJson, type Constant } from "./constant";
export { asCondition } from "./choices";
export { converted } from "./conversion";
export { Evaluation, type Names } from "./evaluation";
export { attempt, type Outcome } from "./refusal";
export { signatures, type Parameter } from "./signatures";
export { typeText, type Attribute, type Type } from "./types";
