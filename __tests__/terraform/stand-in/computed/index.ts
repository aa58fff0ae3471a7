export { computedValues } from "./computed-values";
export type { NewResource } from "./new-resource";
