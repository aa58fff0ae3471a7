import type { PolicySign, PolicyText } from "./policy-text";
import type { Truth } from "./truth";
import type { KeyText, Matcher } from "./wildcards";

/** The values of a condition key in a request; empty where it is absent, undefined where not known. */
export type KeyValues = readonly KeyText[] | undefined;

/** What a request holds for a key, its name in any case. */
export type Context = (key: string) => KeyValues;

/** A value a policy asks for: its text for a reader, and its test, compiled once. */
export interface PolicyPattern {
  /** As the policy spells it. */
  readonly text: string;
  /** Whether it fits one text only, which is {@link text}. */
  readonly isExact: boolean;
  /** The condition keys whose values it puts in. */
  readonly variables: readonly string[];
  /** Why it is not analyzed, where it is not. */
  readonly open?: string;
  /** Whether a value of the request fits. */
  readonly test: (value: KeyText, context: Context) => Truth;
}

/** A pattern of a text that was read; `isExact` where it fits itself only. */
export function compiledPattern(
  text: string,
  signs: PolicyText,
  compile: (signs: PolicyText) => Matcher,
  isExact = false,
): PolicyPattern {
  const variables = signs.flatMap((sign) => ("variable" in sign ? [sign.variable] : []));
  if (variables.length === 0) {
    return { text, isExact: isExact && !text.includes("${"), variables, test: compile(signs) };
  }
  return {
    text,
    isExact: false,
    variables,
    test: (value, context) => {
      const filled = signs.flatMap((sign) => filledIn(sign, context));
      // An unknown value, and one with a wildcard in it, might be anything.
      if (filled.some((sign) => "variable" in sign)) return undefined;
      return compile(filled)(value);
    },
  };
}

/** The value in the place of a variable; the variable itself where there is not one value. */
function filledIn(sign: PolicySign, context: Context): readonly PolicySign[] {
  if (!("variable" in sign)) return [sign];
  const values = context(sign.variable);
  const [value = values?.length === 0 ? sign.fallback : undefined, ...others] = values ?? [];
  if (typeof value !== "string" || others.length > 0 || /[*?]/u.test(value)) return [sign];
  return Array.from(value, (literal) => ({ literal }));
}

/** A pattern that is not analyzed, so that nothing is known of what fits it. */
export function openPattern(text: string, open: string): PolicyPattern {
  return { text, isExact: false, variables: [], open, test: () => undefined };
}
