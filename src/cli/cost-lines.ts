import { numeral } from "../coverage/report/wording";
import { dollars, totalOf, volumeText, type CostItem } from "../costs";

/** AWS counts these by the million or the hundred thousand; people count them one by one. */
const bundles: readonly (readonly [prefix: string, size: number])[] = [
  ["million ", 1e6],
  ["hundred thousand ", 1e5],
];

/** How much of what: `2,800 heartbeats forwarded`, `0.0132 GB of events into the archive`. */
function countOf({ item, quantity }: CostItem): string {
  const [prefix = "", size = 1] = bundles.find(([words]) => item.startsWith(words)) ?? [];
  const count = quantity * size;
  const rounded = count < 100 ? Number(count.toPrecision(3)) : Math.round(count);
  const shown = Number.isInteger(rounded) ? numeral(rounded) : String(rounded);
  return `${shown} ${item.slice(prefix.length)}`;
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
