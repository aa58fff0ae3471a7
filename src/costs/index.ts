export { dollars, monthlyCosts, totalOf, type CostItem } from "./monthly-costs";
export { volumeText } from "./prices";
