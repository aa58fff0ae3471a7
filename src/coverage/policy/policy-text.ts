import type { PolicyVersion } from "./policy-document";

/** One character of a policy's value: itself, or a wildcard. */
export type PolicySign = { readonly literal: string } | { readonly wildcard: "*" | "?" };

/** A value of a policy, with IAM's own escapes undone. */
export type PolicyText = readonly PolicySign[];

/** A value that uses a policy variable, and why that is refused. */
export interface PolicyTextRefusal {
  readonly refusal: string;
}

/** `${*}`, `${?}` and `${$}` stand for the character itself. */
const ESCAPE = /\$\{([*?$])\}/uy;

/**
 * Reads a value as IAM does. The text is what AWS receives: Terraform's `$${` is already `${` here,
 * and `&{` of `aws_iam_policy_document` is too.
 *
 * A policy variable is refused: its value is the request's, and a wildcard in it would be one too.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPolicyText(
  text: string,
  version: PolicyVersion,
): PolicyText | PolicyTextRefusal {
  const signs: PolicySign[] = [];
  for (let at = 0; at < text.length;) {
    if (text.startsWith("${", at)) {
      const escaped = version === "2012-10-17" ? escapeAt(text, at) : undefined;
      if (escaped === undefined) return { refusal: variableRefusal(text, version) };
      signs.push({ literal: escaped });
      at += "${*}".length;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      signs.push(signOf(character));
      at += character.length;
    }
  }
  return signs;
}

function escapeAt(text: string, at: number): string | undefined {
  ESCAPE.lastIndex = at;
  return ESCAPE.exec(text)?.[1];
}

function signOf(character: string): PolicySign {
  return character === "*" || character === "?" ? { wildcard: character } : { literal: character };
}

function variableRefusal(text: string, version: PolicyVersion): string {
  if (text.includes("$${")) {
    return `Terraform's escape $\${ must be undone before a policy is read, got: ${text}`;
  }
  return version === "2012-10-17"
    ? `policy variables are not supported, only the escapes \${*}, \${?} and \${$}, got: ${text}`
    : `\${ has no meaning before Version 2012-10-17 and is refused, got: ${text}`;
}

/** The text with wildcards as plain characters: what an exact operator compares. */
export function literalText(text: PolicyText): string {
  return text.map((sign) => ("literal" in sign ? sign.literal : sign.wildcard)).join("");
}

/** The text cut at its first `count - 1` colons; the last part keeps the colons that are left. */
export function splitAtColons(text: PolicyText, count: number): readonly PolicyText[] {
  const parts: PolicySign[][] = [[]];
  for (const sign of text) {
    if ("literal" in sign && sign.literal === ":" && parts.length < count) parts.push([]);
    else parts.at(-1)?.push(sign);
  }
  return parts;
}
