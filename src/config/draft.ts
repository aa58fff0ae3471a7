import type { SignInAlertsProps } from "./props";

/** A value of which every part may be missing: what could not be read is not checked further. */
export type Draft<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Draft<Item> | undefined)[]
    : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };

/** A configuration of which every part may be missing. */
export type ConfigurationDraft = Draft<SignInAlertsProps>;
