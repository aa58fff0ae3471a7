export {
  isJsonObject,
  objectIn as objectOf,
  listIn as listOf,
  type Json as JsonObject,
} from "../../src/json/value";

/** The text, or an error where the document lacks it. */
export function textOf(value: unknown, what: string): string {
  if (typeof value !== "string") throw new TypeError(`${what} is no text in the generated JSON`);
  return value;
}
