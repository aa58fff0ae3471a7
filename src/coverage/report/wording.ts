import { isAccountId } from "../../aws/organizations";

/** A whole number with commas, the same on every machine. */
export function numeral(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 gap`, `3 gaps`. */
export function counted(count: number, word: string): string {
  return `${numeral(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** Accounts, and organizational units that stand for theirs: `5 accounts and 1 organizational unit`. */
export function countedAccounts(accounts: readonly { readonly id: string }[]): string {
  const units = accounts.filter(({ id }) => !isAccountId(id)).length;
  const parts = [
    ...(accounts.length > units || units === 0
      ? [counted(accounts.length - units, "account")]
      : []),
    ...(units > 0 ? [counted(units, "organizational unit")] : []),
  ];
  return parts.join(" and ");
}

/**
 * How many of some accounts, and of the organizational units that stand for theirs:
 * `4 of 5 accounts and 1 of 1 organizational unit`.
 */
export function countedOf(
  some: readonly { readonly id: string }[],
  all: readonly { readonly id: string }[],
): string {
  const isUnit = ({ id }: { readonly id: string }) => !isAccountId(id);
  const units = all.filter(isUnit).length;
  const accounts = all.length - units;
  const someUnits = some.filter(isUnit).length;
  const parts = [
    ...(accounts > 0 || units === 0
      ? [`${numeral(some.length - someUnits)} of ${counted(accounts, "account")}`]
      : []),
    ...(units > 0 ? [`${numeral(someUnits)} of ${counted(units, "organizational unit")}`] : []),
  ];
  return parts.join(" and ");
}

/** The first items, and how many more there are. */
export function firstOf(items: readonly string[], limit: number): string {
  const hidden = items.length - limit;
  if (hidden <= 1) return items.join(", ");
  return `${items.slice(0, limit).join(", ")} and ${numeral(hidden)} more`;
}

/** Text of at most so many characters. */
export function shortened(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
