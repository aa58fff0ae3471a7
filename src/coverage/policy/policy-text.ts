import { byTokens, literally, type Matcher, type Token } from "./wildcards";

/** `2012-10-17` knows policy variables, `2008-10-17` does not. */
export type PolicyVersion = "2008-10-17" | "2012-10-17";

/** A condition key whose value is put in, and the text that stands for one that is absent. */
interface PolicyVariable {
  readonly variable: string;
  readonly fallback?: string;
}

/** One character of a policy's value: itself, a wildcard, or the place of a variable. */
export type PolicySign =
  { readonly literal: string } | { readonly wildcard: "*" | "?" } | PolicyVariable;

/** A value of a policy, with IAM's own escapes undone. */
export type PolicyText = readonly PolicySign[];

/** A value that is not analyzed, and why. */
interface PolicyTextRefusal {
  readonly refusal: string;
}

/** `${*}`, `${?}` and `${$}` stand for the character itself. */
const ESCAPE = /\$\{([*?$])\}/uy;
/** `${aws:PrincipalAccount}`, with a text for an absent one after a comma. */
const VARIABLE = /\$\{([A-Za-z0-9-]+:[^\s${},']+)(?:,\s*'([^']*)')?\}/uy;

/**
 * Reads a value as IAM does. The text is what AWS receives: Terraform's `$${` is already `${` here,
 * and `&{` of `aws_iam_policy_document` is too.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPolicyText(
  text: string,
  version: PolicyVersion,
): PolicyText | PolicyTextRefusal {
  const signs: PolicySign[] = [];
  const hasVariables = version === "2012-10-17" && !text.includes("$${");
  for (let at = 0; at < text.length;) {
    if (text.startsWith("${", at)) {
      const found = hasVariables && placeholderAt(text, at);
      if (!found) return { refusal: variableRefusal(text, version) };
      signs.push(found.sign);
      at += found.length;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      signs.push(signOf(character));
      at += character.length;
    }
  }
  return signs;
}

function placeholderAt(text: string, at: number): { sign: PolicySign; length: number } | undefined {
  ESCAPE.lastIndex = VARIABLE.lastIndex = at;
  const [escape, literal] = ESCAPE.exec(text) ?? [];
  if (escape !== undefined && literal !== undefined) {
    return { sign: { literal }, length: escape.length };
  }
  const [written, variable, fallback] = VARIABLE.exec(text) ?? [];
  if (written === undefined || variable === undefined) return undefined;
  const sign = fallback === undefined ? { variable } : { variable, fallback };
  return { sign, length: written.length };
}

function signOf(character: string): PolicySign {
  return character === "*" || character === "?" ? { wildcard: character } : { literal: character };
}

function variableRefusal(text: string, version: PolicyVersion): string {
  if (text.includes("$${")) {
    return `Terraform's escape $\${ must be undone before a policy is read, got: ${text}`;
  }
  return version === "2012-10-17"
    ? `must use policy variables such as \${aws:PrincipalAccount} or the escapes \${*}, \${?} and \${$}, got: ${text}`
    : `\${ has no meaning before Version 2012-10-17 and is refused, got: ${text}`;
}

/** The text cut at its first `count - 1` colons; the last part keeps the colons that are left. */
export function splitAtColons(text: PolicyText, count: number): readonly PolicyText[] {
  const parts: PolicySign[][] = [[]];
  for (const sign of text) {
    if (isColon(sign) && parts.length < count) parts.push([]);
    else parts.at(-1)?.push(sign);
  }
  return parts;
}

function isColon(sign: PolicySign | undefined): boolean {
  return sign !== undefined && "literal" in sign && sign.literal === ":";
}

/** How many parts an ARN has: the sixth, the resource, may contain colons itself. */
export const ARN_PARTS = 6;

/** The text with wildcards as plain characters: what an exact operator compares. */
export function literalText(text: PolicyText): string {
  return text
    .map((sign) => ("literal" in sign ? sign.literal : "wildcard" in sign ? sign.wildcard : ""))
    .join("");
}

/** Whether two texts are the same, wildcards meaning themselves. */
export function exactly(text: PolicyText): Matcher {
  return literally(literalText(text));
}

/** The same, in any case. */
export function exactlyInAnyCase(text: PolicyText): Matcher {
  return literally(literalText(text), true);
}

/** `*` is any characters, `?` exactly one, colons included: StringLike. */
export function like(text: PolicyText): Matcher {
  return byTokens(tokensOf(text, () => true));
}

/** The same in any case: actions. */
export function likeInAnyCase(text: PolicyText): Matcher {
  return byTokens(
    tokensOf(text, () => true),
    true,
  );
}

/**
 * A Resource: a wildcard stays in its segment, but a `*` that ends its segment reaches past the colon.
 *
 * AWS completes an ARN of fewer than six parts by wildcards. Whether it also takes it as it is written
 * is not documented: what only that reading would match is not known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function likeResource(text: PolicyText): Matcher {
  const written = asWritten(text);
  const missing = ARN_PARTS - splitAtColons(text, ARN_PARTS).length;
  if (missing <= 0 || literalText(text) === "*") return written;
  const filler: readonly PolicySign[] = [{ literal: ":" }, { wildcard: "*" }];
  const completed = asWritten([...text, ...Array.from({ length: missing }, () => filler).flat()]);
  return (value) => {
    const truth = completed(value);
    return truth === false && written(value) !== false ? undefined : truth;
  };
}

function asWritten(text: PolicyText): Matcher {
  return byTokens(
    tokensOf(text, (sign, next) => sign === "*" && (next === undefined || isColon(next))),
  );
}

/**
 * An ARN operator: each of the six parts on its own, so only the sixth can match a colon.
 * The text must have six parts; a value that has fewer is not an ARN and does not match.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function likeArn(text: PolicyText): Matcher {
  let colons = 0;
  const tokens = tokensOf(text, () => colons >= ARN_PARTS - 1, {
    before: (sign) => {
      if (isColon(sign)) colons += 1;
    },
  });
  return byTokens(tokens);
}

function tokensOf(
  text: PolicyText,
  passesColons: (sign: "*" | "?", next: PolicySign | undefined) => boolean,
  { before }: { readonly before?: (sign: PolicySign) => void } = {},
): readonly Token[] {
  return text.flatMap<Token>((sign, index) => {
    before?.(sign);
    if ("literal" in sign) return [sign];
    if ("variable" in sign) return [];
    const colons = passesColons(sign.wildcard, text[index + 1]);
    return [{ any: sign.wildcard === "*" ? "many" : "one", colons }];
  });
}
