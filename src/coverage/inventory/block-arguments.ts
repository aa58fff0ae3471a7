import { shownJson, type Json } from "../../json/value";

/** Names of the arguments of a block, of which comments are one. */
export function argumentNames(text: string): ReadonlySet<string> {
  return new Set(`// ${text}`.split(" "));
}

/** Arguments that a block has and Terraform does not know there. */
export function unknownIn(body: Json, names: ReadonlySet<string>): readonly string[] {
  return Object.keys(body)
    .filter((name) => !names.has(name))
    .map((name) => `${name}: Terraform has no such argument`);
}

/** A value as a problem quotes it, cut where it is long. */
export const shown = (value: unknown): string => shownJson(value).slice(0, 80);

/** The name of a block. */
export const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
export const nameRule =
  "a name begins with a letter or underscore and has letters, digits, _ and - only";
