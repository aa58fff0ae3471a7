import { isJsonObject } from "../../json/value";
import { InexpressibleError } from "./inexpressible-error";
import { listLines, objectLines, type Lines } from "./lines";
import { literalText, quotedTemplate, templateLines } from "./template";

/** How the texts of a value are written, and those that are keys. */
export interface TextWriter {
  readonly value: (text: string) => Lines;
  readonly key: (text: string) => string;
}

/** Where Terraform evaluates: arguments of resources, outputs, locals. */
export const evaluated: TextWriter = { value: templateLines, key: quotedTemplate };

/** Where it does not: backends, versions, the default of a variable. */
export const asItIs: TextWriter = { value: (text) => [literalText(text)], key: literalText };

/**
 * A JSON value as an expression.
 * @throws InexpressibleError
 */
export function valueLines(value: unknown, text: TextWriter): Lines {
  if (typeof value === "string") return text.value(value);
  if (typeof value === "number") return [numberText(value)];
  if (typeof value === "boolean" || value === null) return [String(value)];
  if (Array.isArray(value)) return listLines(value.map((item: unknown) => valueLines(item, text)));
  if (isJsonObject(value)) {
    return objectLines(
      Object.entries(value).map(([key, member]) => [keyText(key, text), valueLines(member, text)]),
    );
  }
  throw new InexpressibleError("a value is not JSON");
}

function numberText(value: number): string {
  // JSON may have more digits than JavaScript keeps.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new InexpressibleError(`the number ${value} is too large to be read exactly`);
  }
  return String(value);
}

/** Words that would begin something else, or read like a value. */
const reserved = new Set(["for", "if", "in", "true", "false", "null"]);

/** A key, in quotes where it is not a plain word. */
function keyText(key: string, text: TextWriter): string {
  return /^[A-Za-z_]\w*$/u.test(key) && !reserved.has(key) ? key : text.key(key);
}
