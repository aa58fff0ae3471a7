/** `2012-10-17` knows policy variables, `2008-10-17` does not. */
export type PolicyVersion = "2008-10-17" | "2012-10-17";

/** One character of a policy's value: itself, or a wildcard. */
type PolicySign = { readonly literal: string } | { readonly wildcard: "*" | "?" };

/** A value of a policy, with IAM's own escapes undone. */
export type PolicyText = readonly PolicySign[];

/** A value that uses a policy variable, and why that is refused. */
interface PolicyTextRefusal {
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
function literalText(text: PolicyText): string {
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

/** A compiled test of a value. */
export type ValueTest = (value: string) => boolean;

/** How many parts an ARN has: the sixth, the resource, may contain colons itself. */
export const ARN_PARTS = 6;

const ANY = ".*";
const ONE = ".";

/** Whether two texts are the same, wildcards meaning themselves. */
export function exactly(text: PolicyText): ValueTest {
  const wanted = literalText(text);
  return (value) => value === wanted;
}

/** The same, in any case. */
export function exactlyInAnyCase(text: PolicyText): ValueTest {
  const wanted = literalText(text).toLowerCase();
  return (value) => value.toLowerCase() === wanted;
}

/** `*` is any characters, `?` exactly one, colons included: StringLike. */
export function like(text: PolicyText): ValueTest {
  return compile(text, (sign) => (sign.wildcard === "*" ? ANY : ONE));
}

/** The same in any case: actions. */
export function likeInAnyCase(text: PolicyText): ValueTest {
  return compile(text, (sign) => (sign.wildcard === "*" ? ANY : ONE), "i");
}

/**
 * A Resource: a wildcard stays in its segment, but a `*` that ends its segment reaches past the colon.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function likeResource(text: PolicyText): ValueTest {
  return compile(text, (sign, next) => {
    if (sign.wildcard === "?") return "[^:]";
    const endsSegment = next === undefined || ("literal" in next && next.literal === ":");
    return endsSegment ? ANY : "[^:]*";
  });
}

/**
 * An ARN operator: each of the six parts on its own, so only the sixth can match a colon.
 * The text must have six parts; a value that has fewer is no ARN and does not match.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function likeArn(text: PolicyText): ValueTest {
  const parts = splitAtColons(text, ARN_PARTS).map((part, index) => {
    const any = index < ARN_PARTS - 1 ? "[^:]" : ONE;
    return source(part, (sign) => (sign.wildcard === "*" ? `${any}*` : any));
  });
  const pattern = new RegExp(`^${parts.join(":")}$`, "su");
  return (value) => pattern.test(value);
}

type WildcardSign = Extract<PolicySign, { wildcard: unknown }>;
type WildcardSource = (sign: WildcardSign, next: PolicySign | undefined) => string;

function compile(text: PolicyText, wildcard: WildcardSource, flags = ""): ValueTest {
  // A plain comparison is several times faster than a regular expression.
  if (flags === "" && text.every((sign) => "literal" in sign)) return exactly(text);
  const pattern = new RegExp(`^${source(text, wildcard)}$`, `su${flags}`);
  return (value) => pattern.test(value);
}

function source(text: PolicyText, wildcard: WildcardSource): string {
  // `**` means `*`; two in a row would only make the search slow.
  const signs = text.filter((sign, index) => !(isAny(sign) && isAny(text[index + 1])));
  return signs
    .map((sign, index) =>
      "literal" in sign ? escaped(sign.literal) : wildcard(sign, signs[index + 1]),
    )
    .join("");
}

function isAny(sign: PolicySign | undefined): boolean {
  return sign !== undefined && "wildcard" in sign && sign.wildcard === "*";
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
}
