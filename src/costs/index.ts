export { dollars, monthlyCosts, totalOf, type CostItem } from "./monthly-costs";
export { assumedVolume, type Volume } from "./prices";
