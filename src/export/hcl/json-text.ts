import { isJsonObject, jsonIn } from "../../json/value";
import { mayBeTemplate } from "../../coverage/inventory/hcl";
import { schemaOf } from "../../coverage/resource-types";
import { bareExpression, templateParts } from "./template";
import { withEnd, type Lines } from "./lines";
import { evaluated, valueLines } from "./value";

/**
 * A text that is JSON as a call of `jsonencode`; undefined where the call would give another text. For a document that
 * the provider compares as JSON, the order of members does not matter.
 * @param isDocument - whether the provider compares it as JSON
 * @throws InexpressibleError
 * @see https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function jsonencodeLines(text: string, isDocument: boolean): Lines | undefined {
  if (!/^[[{]/u.test(text) || /[<>&\u2028\u2029]/u.test(text)) return undefined;
  // Terraform composes characters, of the text in one case and of its parts in the other.
  if (text !== text.normalize("NFC")) return undefined;
  const value = jsonIn(text);
  if (value === undefined || JSON.stringify(value) !== text || /\p{Cs}/u.test(text))
    return undefined;
  if (!isDocument && JSON.stringify(value, inOrder) !== text) return undefined;
  if (!isEncodable(value) || !areReferences(text)) return undefined;
  const [first = "", ...rest] = valueLines(value, evaluated);
  return withEnd([`jsonencode(${first}`, ...rest], ")");
}

/** Members as `jsonencode` orders them. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  );
}

/** Keys without expressions, whose order would not be known, and numbers without exponents, which it spells out. */
function isEncodable(value: unknown): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  if (typeof value === "number") return /^-?\d+(?:\.\d+)?$/u.test(String(value));
  if (Array.isArray(value)) return value.every(isEncodable);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([key, member]) => !mayBeTemplate(key) && isEncodable(member));
}

/**
 * Whether all expressions of a text are references to texts that JSON writes as they are. Others may be numbers,
 * which are text within a text, or have quotes.
 */
function areReferences(text: string): boolean {
  return templateParts(text).every((part) => "literal" in part || isPlainText(part.expression));
}

/** Attributes that AWS makes of names, ids and places: ARNs, names and keys of regions. */
function isPlainText(expression: string): boolean {
  const bare = /["\\]/u.test(expression) ? undefined : bareExpression(expression);
  if (bare === undefined) return false;
  if (bare === "each.key") return true;
  const [, type = "", attribute = ""] =
    /^(\w+)\.[\w-]+(?:\[each\.key\])?\.(\w+)$/u.exec(bare) ?? [];
  return schemaOf(type)?.arguments.get(attribute)?.kind === "string";
}
