import { ExpressionError, parseTemplate } from "../../coverage/inventory/hcl";
import { InexpressibleError } from "./inexpressible-error";
import type { Lines } from "./lines";

/** Part of a template: text as it is, or what stands in the braces of an expression. */
type TemplatePart = { readonly literal: string } | { readonly expression: string };

/** Escape sequences of quoted text that a reader knows better than their numbers. */
const named: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

/** What ends a heredoc. */
const marker = "EOT";

/**
 * A text of Terraform's JSON syntax as an expression: the expression alone where the text is nothing else, a heredoc where it
 * has lines or many escapes, else quoted.
 * @throws InexpressibleError
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function templateLines(text: string): Lines {
  const parts = templateParts(text);
  const [first] = parts;
  const only =
    parts.length === 1 && first !== undefined && "expression" in first ? first : undefined;
  const bare = only && bareExpression(only.expression);
  if (bare !== undefined) return [bare];
  return heredocLines(parts) ?? [quoted(parts)];
}

/**
 * A text of Terraform's JSON syntax in quotes.
 * @throws InexpressibleError
 */
export function quotedTemplate(text: string): string {
  return quoted(templateParts(text));
}

/**
 * A text in quotes in which nothing is an expression: what Terraform does not evaluate.
 * @throws InexpressibleError
 */
export function literalText(text: string): string {
  refuseMarkAfterEscape(unevaluated(text));
  return `"${escaped(unevaluated(text))}"`;
}

/**
 * The parts of a template.
 * @throws InexpressibleError
 */
export function templateParts(text: string): readonly TemplatePart[] {
  refuseMarkAfterEscape(text);
  // Of a text in JSON Terraform leaves it out, of one in HCL not.
  if (text.startsWith("\ufeff")) {
    throw new InexpressibleError("a text that begins with a byte order mark is not supported");
  }
  const parts = split(text);
  refuseStripMark(parts);
  for (const part of parts) {
    // Where a comment or heredoc ends is another question than where a brace ends.
    if ("expression" in part && /#|\/\/|\/\*|<<|\\/u.test(withoutQuoted(part.expression))) {
      throw new InexpressibleError(
        "an expression with a comment, heredoc or backslash is not supported",
      );
    }
  }
  return parts;
}

/** Terraform does not take `$${` for an escape where its brace has a combining mark. */
function refuseMarkAfterEscape(text: string): void {
  if (/\$\$\{\p{M}|%%\{\p{M}/u.test(text)) {
    throw new InexpressibleError("a brace with a combining mark is not supported");
  }
}

/** `${~` takes away the space before it: in JSON that of its line, in quotes all. Nothing reads alike in both. */
function refuseStripMark(parts: readonly TemplatePart[]): void {
  if (parts.some((part) => "expression" in part && /^~|~$/u.test(part.expression))) {
    throw new InexpressibleError("a strip mark ~ is not supported");
  }
}

function split(text: string): readonly TemplatePart[] {
  try {
    return parseTemplate(text).map((part) => {
      if ("literal" in part) return part;
      if ("source" in part) return { expression: part.source };
      throw new InexpressibleError("a template directive %{ is not supported");
    });
  } catch (error) {
    if (error instanceof ExpressionError) throw new InexpressibleError(error.message);
    throw error;
  }
}

function withoutQuoted(expression: string): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"/gsu, '""');
}

/** An expression as it stands where no text is around it; undefined where it has to stay within quotes. */
export function bareExpression(expression: string): string | undefined {
  const trimmed = expression.trim();
  return isOneExpression(withoutQuoted(trimmed)) ? trimmed : undefined;
}

/** Whether it is on one line, and nothing in it would end it where there are no quotes around it. */
function isOneExpression(expression: string): boolean {
  if (/^$|[\r\n]/u.test(expression)) return false;
  let depth = 0;
  for (const [sign] of expression.matchAll(/[([{]|[)\]}]|[=!<>]=|=>|[,=]/gu)) {
    if (/^[([{]$/u.test(sign)) depth++;
    else if (/^[)\]}]$/u.test(sign)) depth--;
    else if (depth === 0 && (sign === "," || sign === "=")) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function quoted(parts: readonly TemplatePart[]): string {
  const written = parts.map((part) =>
    "literal" in part ? escaped(unevaluated(part.literal)) : `\${${part.expression}}`,
  );
  return `"${written.join("")}"`;
}

/** A heredoc ends with a line break, which `chomp` takes away again. */
function heredocLines(parts: readonly TemplatePart[]): Lines | undefined {
  const content = parts
    .map((part) => ("literal" in part ? unevaluated(part.literal) : `\${${part.expression}}`))
    .join("");
  if (parts.some((part) => "expression" in part && part.expression.includes("\n")))
    return undefined;
  const lines = content.split("\n");
  const escapes = content.match(/["\\]/gu)?.length ?? 0;
  const isBetter = lines.length > 1 || (escapes > 4 && content.length > 80);
  if (!isBetter || !staysInHeredoc(content, lines)) return undefined;
  return ["chomp(<<-EOT", ...lines.map((line) => (line === "" ? "" : `  ${line}`)), marker, ")"];
}

/**
 * Whether a heredoc gives the text back: it takes away the least indentation of all lines, knows no escapes for
 * control characters, and joins a combining mark to the space before it.
 */
function staysInHeredoc(content: string, lines: Lines): boolean {
  return (
    /^[\n\x20-\x7e\p{L}\p{N}\p{P}\p{S}]*$/u.test(content) &&
    !content.endsWith("\n") &&
    lines.every((line) => line === "" || (/^[\x20-\x7e]/u.test(line) && line.trim() !== "")) &&
    lines.some((line) => /^[\x21-\x7e]/u.test(line)) &&
    !lines.some((line) => line.trim() === marker)
  );
}

/** What would begin an expression or a directive, doubled. */
function unevaluated(text: string): string {
  return text.replace(/([$%])(?=\{)/gu, "$1$1");
}

/** Text within quotes. An escape has to be a character of its own: what would join it to one is escaped, too. */
function escaped(text: string): string {
  const characters = Array.from(text);
  let isEscape = false;
  return characters
    .map((character, index) => {
      isEscape =
        isSpecial(character) ||
        (isEscape && joins("n", character)) ||
        (isSpecial(characters[index + 1] ?? "") && joins(character, "\\"));
      return isEscape ? (named[character] ?? number(character)) : character;
    })
    .join("");
}

function isSpecial(character: string): boolean {
  return /["\\\p{C}\p{Zl}\p{Zp}]/u.test(character);
}

const segmenter = new Intl.Segmenter("en");

/** Whether two characters are one to a reader, and to Terraform. */
function joins(first: string, second: string): boolean {
  const both = `${first}${second}`;
  return !/^[\x20-\x7e]*$/u.test(both) && [...segmenter.segment(both)].length === 1;
}

function number(character: string): string {
  if (/\p{Cs}/u.test(character)) throw new InexpressibleError("a text is not valid Unicode");
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`;
}
