/** Part of a Terraform template: text as it is, or an expression to be evaluated. */
export type TemplatePart = { readonly literal: string } | { readonly expression: string };

/** An expression or template of Terraform that this reader does not understand. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

/**
 * Takes a template apart and undoes the escapes `$${` and `%%{`.
 * @throws ExpressionError for a directive `%{` and for an expression that does not end
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function splitTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let literal = "";
  for (let at = 0; at < text.length;) {
    if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith("${", at)) {
      const end = closingBrace(text, at + 2);
      if (literal !== "") parts.push({ literal });
      literal = "";
      parts.push({ expression: text.slice(at + 2, end) });
      at = end + 1;
    } else if (text.startsWith("%{", at)) {
      throw new ExpressionError("a template directive %{ is not supported");
    } else {
      literal += text.charAt(at++);
    }
  }
  return literal === "" && parts.length > 0 ? parts : [...parts, { literal }];
}

function closingBrace(text: string, from: number): number {
  for (let at = from, depth = 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = closingQuote(text, at + 1);
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  throw new ExpressionError("an expression does not end");
}

/** Where a quoted text that begins at `from` ends; expressions in it may have quotes of their own. */
export function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at;
    if (character === "\\") at++;
    else if (text.startsWith("$${", at)) at += 2;
    else if (text.startsWith("${", at)) at = closingBrace(text, at + 2);
  }
  throw new ExpressionError("a quoted text does not end");
}
