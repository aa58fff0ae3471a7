export * from "./attributes";
export { policiesOf, requireAllowed, verdict, type AttachedPolicy } from "./decide";
export { keyOf } from "./identity";
export { ResourceIndex, resourceIndexOf } from "./resource-index";
