/** What the provider accepts of an argument: one value, or a list of values of one form. */
export type ArgumentForm = ValueForm | ListForm;

/** A list of values of one form. */
export interface ListForm {
  readonly each: ValueForm;
  /** @default - none */
  readonly least?: number;
  /** @default - any number */
  readonly most?: number;
}

/**
 * An ARN, a JSON document, one of several texts, a number or text within limits, or one of several forms.
 * An empty text is an ARN and a JSON document, but no `json-object`.
 */
export type ValueForm =
  | "arn"
  | "json"
  | "json-object"
  | "region"
  | { readonly json: true; readonly longest: number }
  | readonly string[]
  | { readonly from?: number; readonly to?: number }
  | { readonly multipleOf: number }
  | { readonly longest: number; readonly shortest?: number; readonly allowed?: RegExp }
  | { readonly allowed: RegExp }
  | { readonly anyOf: readonly ValueForm[] };

/** What the provider accepts of a type beyond its schema. */
export interface ArgumentLimits {
  /** By path of the argument, such as `retry_policy.maximum_retry_attempts`. @default - anything */
  readonly forms?: Readonly<Record<string, ArgumentForm>>;
  /** Arguments of which one excludes the others. @default - none */
  readonly exclusive?: readonly (readonly string[])[];
  /** Arguments of which one has to be there. @default - none */
  readonly oneOf?: readonly (readonly string[])[];
  /** Arguments that only make sense beside another, by their path. @default - none */
  readonly needs?: Readonly<Record<string, string>>;
  /** Arguments that are refused unless another one has one of these values, by their path. @default - none */
  readonly only?: Readonly<Record<string, readonly [other: string, values: readonly string[]]>>;
}

/** A text of 1 to so many characters, which fit an expression. */
export function word(longest: number, allowed?: RegExp): ValueForm {
  return allowed === undefined ? { shortest: 1, longest } : { shortest: 1, longest, allowed };
}

/** A resource is named, or AWS's provider makes a name behind what is given; not both. */
export const eitherName = ["name", "name_prefix"] as const;

/** Of newer types the provider counts the parts of an ARN alone. */
export const anyArn: ValueForm = { allowed: /^arn:(?:[^:]*:){4}/u };
