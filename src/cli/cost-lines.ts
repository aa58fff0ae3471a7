import { dollars, totalOf, volumeText, type CostItem } from "../costs";

/** The monthly costs, line by line. */
export function costLines(items: readonly CostItem[]): readonly string[] {
  return [
    `  costs         ${dollars(totalOf(items))} a month at list prices of us-east-1`,
    ...items.map(({ item, quantity, dollars: amount, basis }) => {
      const count = Number(quantity.toPrecision(3));
      return `                ${dollars(amount).padStart(8)}  ${count} ${item}${basis === "volume" ? " *" : ""}`;
    }),
    `                * assumed for each account: ${volumeText()}`,
  ];
}
