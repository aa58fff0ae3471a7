export { dollars, monthlyCosts, totalOf, type CostItem } from "./monthly-costs";
export { assumedVolume } from "./prices";
