import { numeral } from "../coverage/report/wording";
import { dollars, totalOf, volumeText, type CostItem } from "../costs";

/** How much of what: `2,800 heartbeats forwarded`, `0.0132 GB of events put into the archive`. */
function countOf({ item, quantity }: CostItem): string {
  const rounded = quantity < 100 ? Number(quantity.toPrecision(3)) : Math.round(quantity);
  const shown = Number.isInteger(rounded) ? numeral(rounded) : String(rounded);
  // The first word in the plural is the one that is counted.
  return `${shown} ${shown === "1" ? item.replace(/([a-z])s\b/u, "$1") : item}`;
}

/** The monthly costs, line by line. */
export function costLines(items: readonly CostItem[]): readonly string[] {
  return [
    `  costs         ${dollars(totalOf(items))} a month at list prices of us-east-1`,
    ...items.map((item) => {
      const amount = dollars(item.dollars).padStart(8);
      return `                ${amount}  ${countOf(item)}${item.basis === "volume" ? " *" : ""}`;
    }),
    `                * assumed for each account: ${volumeText()}`,
  ];
}
