import type { Constant } from "../constant";
import { refuse } from "../refusal";

/** What a function makes of arguments that are of the types of its parameters, and known. */
export type Work = (args: readonly Constant[]) => Constant;

export type Functions = ReadonlyMap<string, Work>;

/** A function of texts. */
export function ofTexts(work: (...texts: readonly string[]) => Constant): Work {
  return (args) => work(...args.map(textIn));
}

/** A function of numbers, or null for what is none. */
export function ofNumbers(work: (...numbers: readonly number[]) => Constant): Work {
  return (args) => work(...args.map((arg) => (typeof arg === "number" ? arg : Number.NaN)));
}

/** A value that is a text by the type of its parameter. */
export function textIn(value: Constant): string {
  return typeof value === "string" ? value : "";
}

/** Whether a text has letters of ASCII alone: others are counted, sorted, cut and spelled by rules of their own. */
export function isPlainText(text: string): boolean {
  return /^[\x20-\x7e]*$/u.test(text);
}

/** Whether a text of so many characters is put together here. */
export function isShort(length: number): boolean {
  return length <= 100_000;
}

/** @throws RefusalError for a number that is not whole */
export function wholeNumber(value: Constant, what: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  return refuse(`${what} must be a whole number`);
}
