export { computedValues } from "./computed-values";
