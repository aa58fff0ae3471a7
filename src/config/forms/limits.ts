import type { NumberKey, Once, Size } from "../keys/key";

/** What a number may be, in words. */
export function allowedNumbers({ limits, unit, zero }: NumberKey): string {
  const note = zero === undefined ? "" : `; 0 for ${zero}`;
  return "least" in limits
    ? `a whole number of ${unit}, ${limits.least} to ${limits.most}${note}`
    : `${limits.filter((offered) => offered > 0).join(", ")} ${unit}${note}`;
}

export function isWithin({ limits }: NumberKey, value: number): boolean {
  return "least" in limits
    ? Number.isInteger(value) && value >= limits.least && value <= limits.most
    : limits.includes(value);
}

/** How many items there may be, in words. */
export function allowedCount({ least, most, unit }: Size): string {
  if (least === undefined) return `at most ${most ?? "any number of"} ${unit}`;
  return most === undefined ? `${least} or more ${unit}` : `${least} to ${most} ${unit}`;
}

/** Texts that differ in capitals only are the same where the list says so. */
export function comparable(value: unknown, { anyCase }: Once): unknown {
  // Paths of addresses, and names in ARNs, differ by capitals.
  const isText = typeof value === "string" && !/^(?:https:|arn:)/iu.test(value);
  return anyCase && isText ? value.toLowerCase() : value;
}
