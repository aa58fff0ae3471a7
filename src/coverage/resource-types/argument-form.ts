/** What the provider accepts of an argument: one value, or a list of values of one form. */
export type ArgumentForm =
  ValueForm | { readonly each: ValueForm; /** @default - any number */ readonly most?: number };

/** An ARN, a JSON document, one of several texts, a number or text within limits. */
export type ValueForm =
  | "arn"
  | "json"
  | { readonly json: true; readonly longest: number }
  | readonly string[]
  | { readonly from?: number; readonly to?: number }
  | { readonly longest: number; readonly shortest?: number; readonly allowed?: RegExp }
  | { readonly allowed: RegExp };

/** What the provider accepts of a type beyond its schema. */
export interface ArgumentLimits {
  /** By path of the argument, such as `retry_policy.maximum_retry_attempts`. @default - anything */
  readonly forms?: Readonly<Record<string, ArgumentForm>>;
  /** Arguments of which one excludes the others. @default - none */
  readonly exclusive?: readonly (readonly string[])[];
  /** Arguments of which one has to be there. @default - none */
  readonly oneOf?: readonly (readonly string[])[];
}
