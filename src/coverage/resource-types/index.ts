export { busName, functionName } from "./arn-names";
export { lossOf, ownName, partOf, resourceTypes } from "./registry";
export type { Key, TemplateForm, TemplateProperty } from "./resource-type";
