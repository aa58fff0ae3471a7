export type { ArgumentForm, ArgumentLimits, ListForm, ValueForm } from "./argument-form";
export { argumentLimits } from "./argument-limits";
export {
  blockSchema,
  schemaOf,
  type ArgumentKind,
  type BlockSchema,
  type NestedSchema,
} from "./argument-schema";
export { busName, functionName } from "./arn-names";
export { newerArguments, newerRuntimes } from "./newer-arguments";
export { callsAws, isWholeService, mayBeForeign, reachOf } from "./other-types";
export { isOutsideAws, lossOf, ownName, partOf, resourceTypes, serviceOf } from "./registry";
export type { Key, TemplateForm, TemplateProperty } from "./resource-type";
export { fifoTypes, packageTypes, type FifoType } from "./planned-limits";
export { serviceLimits } from "./service-limits";
