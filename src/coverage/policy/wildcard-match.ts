import { literalText, splitAtColons, type PolicySign, type PolicyText } from "./policy-text";

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
