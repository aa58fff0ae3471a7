export * from "./attributes";
export { requireAllowed, verdict, type AttachedPolicy } from "./decide";
export { keyOf } from "./identity";
export { ResourceIndex, resourceIndexOf } from "./resource-index";
