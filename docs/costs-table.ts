import { dollars, monthlyCosts, totalOf, volumeText, type CostItem } from "../src/costs";
import { resolve } from "../src/plan";
import type { SignInAlertsProps } from "../src/stacks";

/** Accounts in all regions that need no opt-in, everything else by default. */
function organizationOf(accounts: number): SignInAlertsProps {
  const ids = Array.from({ length: accounts }, (_, i) => String(111_111_111_111 + i));
  const [first = ""] = ids;
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: first },
    hub: { account: first, region: "eu-central-1" },
    accounts: ids.map((id) => ({ id, name: id })),
    recipients: ["security@example.com"],
  };
}

function quantity({ quantity: count }: CostItem): string {
  const rounded = count < 100 ? Number(count.toPrecision(3)) : Math.round(count);
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** A price, and how many it is for. */
function priceText({ price, per }: CostItem): string {
  const amount = Number.isInteger(price) ? `$${String(price)}` : `$${price.toFixed(2)}`;
  if (price > 0 && price < 0.1) return `$${String(price)}`;
  return per === 1 ? amount : `${amount} for ${per.toLocaleString("en-US")}`;
}

/** What one account and what a hundred accounts cost a month. */
export function costsTable(): string {
  const [one, hundred] = [1, 100].map((accounts) =>
    monthlyCosts(resolve(organizationOf(accounts))),
  );
  if (!one || !hundred) return "";
  const fixed = (items: readonly CostItem[]) =>
    totalOf(items.filter(({ basis }) => basis === "configuration"));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["item", "price", "1 account", "", "100 accounts", ""]),
    row(["---", "--:", "--:", "--:", "--:", "--:"]),
    ...one.map((item, i) => {
      const many = hundred[i] ?? item;
      const name = item.basis === "volume" ? `${item.item} *` : item.item;
      return row([
        name,
        priceText(item),
        quantity(item),
        dollars(item.dollars),
        quantity(many),
        dollars(many.dollars),
      ]);
    }),
    row([
      "**a month**",
      "",
      "",
      `**${dollars(totalOf(one))}**`,
      "",
      `**${dollars(totalOf(hundred))}**`,
    ]),
    row(["of which without \\*", "", "", dollars(fixed(one)), "", dollars(fixed(hundred))]),
    "",
    `\\* depends on how much happens in your accounts. Assumed, not measured, for an account and month: ${volumeText()}; each event a mail to one address. SMS, https, queues, functions, chat and the formatter are not counted.`,
  ].join("\n");
}
