import type { Fault, Form } from "../forms/form";

interface Described {
  /** Sentences for the reference, for editors and for the documentation of the property. */
  readonly description: string;
  readonly required?: true;
  /** The value where the key is left out, which `plan` reads here. */
  readonly default?: string | number | boolean;
  /** What holds where the key is left out, in words. */
  readonly otherwise?: string;
}

/** A text, of any form unless one is given. */
export interface TextKey extends Described {
  readonly type: "text";
  readonly form?: Form;
}

/** A whole number within limits, or one of a few. */
export interface NumberKey extends Described {
  readonly type: "number";
  readonly limits: { readonly least: number; readonly most: number } | readonly number[];
  /** What the number counts, in the plural. */
  readonly unit: string;
  /** What 0 stands for. */
  readonly zero?: string;
  readonly fault: Fault | ((value: number) => Fault);
}

/** True or false. */
export interface FlagKey extends Described {
  readonly type: "flag";
}

/** One of a few words. */
export interface ChoiceKey extends Described {
  readonly type: "choice";
  readonly choices: readonly string[];
  /** Name of the TypeScript type. */
  readonly as?: string;
}

/** How often something may be in a list. */
export interface Once {
  /** The key by which two items are the same; the items themselves where it is left out. */
  readonly by?: string;
  /** Whether capitals make no difference. */
  readonly anyCase?: true;
  /** What is listed, in the singular. */
  readonly noun: string;
  readonly problem?: (first: number) => string;
  readonly fix?: string;
  /** Whether the fix is another name, not one entry less. */
  readonly isRenamed?: true;
}

/** How many items a list or a map may have. */
export interface Size {
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly fault: Fault | ((count: number) => Fault);
}

export interface ListKey extends Described {
  readonly type: "list";
  readonly item: Key;
  readonly size?: Size;
  readonly once?: Once;
}

/** A word, or a group of keys that says more. */
export interface WordOrGroupKey extends Described {
  readonly type: "word-or-group";
  readonly word: ChoiceKey;
  readonly group: GroupKey;
}

/** Names that people choose, with a value each. */
export interface MapKey extends Described {
  readonly type: "map";
  readonly name?: Form;
  readonly value: TextKey | ChoiceKey | WordOrGroupKey;
  readonly size?: Size;
}

/** Keys by name, in the order of the reference. */
export type Keys = Readonly<Record<string, Key>>;

export interface GroupKey extends Described {
  readonly type: "group";
  readonly keys: Keys;
  /** Keys that people expect here and that hold secrets, each with the environment variable to set instead. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Name of the TypeScript type. */
  readonly as?: string;
}

/** Groups of which the key `type` names one. */
export interface VariantsKey extends Described {
  readonly type: "variants";
  readonly variants: Readonly<Record<string, GroupKey>>;
  readonly as?: string;
}

/** What may be written in one place, and everything that is known of it. */
export type Key =
  | TextKey
  | NumberKey
  | FlagKey
  | ChoiceKey
  | WordOrGroupKey
  | ListKey
  | MapKey
  | GroupKey
  | VariantsKey;

type Options<K> = Omit<K, "type" | "description">;

// Types are kept as they are written, so that `plan` reads a default with its type.

export const text = <const O extends Options<TextKey>>(description: string, options: O) =>
  ({ ...options, type: "text", description }) as const;

export const number = <const O extends Options<NumberKey>>(description: string, options: O) =>
  ({ ...options, type: "number", description }) as const;

export const flag = <const O extends Options<FlagKey>>(description: string, options: O) =>
  ({ ...options, type: "flag", description }) as const;

export const choice = <
  const C extends readonly string[],
  const O extends Omit<Options<ChoiceKey>, "choices">,
>(
  description: string,
  choices: C,
  options: O,
) => ({ ...options, type: "choice", description, choices }) as const;

export const wordOrGroup = <const W extends ChoiceKey, const G extends GroupKey>(
  description: string,
  word: W,
  group: G,
) => ({ type: "word-or-group", description, word, group }) as const;

export const list = <const I extends Key, const O extends Omit<Options<ListKey>, "item">>(
  description: string,
  item: I,
  options: O,
) => ({ ...options, type: "list", description, item }) as const;

export const map = <const O extends Options<MapKey>>(description: string, options: O) =>
  ({ ...options, type: "map", description }) as const;

export const group = <const K extends Keys, const O extends Omit<Options<GroupKey>, "keys">>(
  description: string,
  keys: K,
  options: O,
) => ({ ...options, type: "group", description, keys }) as const;

export const variants = <
  const V extends VariantsKey["variants"],
  const O extends Omit<Options<VariantsKey>, "variants">,
>(
  description: string,
  variants: V,
  options: O,
) => ({ ...options, type: "variants", description, variants }) as const;

/** A list of texts of one form. */
export const texts = <const O extends Omit<Options<ListKey>, "item">>(
  description: string,
  form: Form | undefined,
  options: O,
) => list(description, { type: "text", description: "", ...(form && { form }) }, options);
