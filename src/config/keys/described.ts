import { allowedCount, allowedNumbers } from "../forms/limits";
import type { Key } from "./key";

/** The sentence that says what is allowed. */
export const sentence = (allowed: string): string => `Allowed: ${allowed}.`;

/** What is allowed of a value, in a few words, or undefined where anything of its type is. */
export function allowedOf(key: Key): string | undefined {
  switch (key.type) {
    case "text":
      return key.form?.title ?? key.form?.allowed;
    case "number":
      return allowedNumbers(key);
    case "choice":
      return key.choices.join(", ");
    case "word-or-group":
      return `${key.word.choices.join(", ")}, or a group of ${Object.keys(key.group.keys).join(", ")}`;
    case "list": {
      const each = allowedOf(key.item);
      const size = key.size && allowedCount(key.size);
      const ofEach = each === undefined ? undefined : `each ${each}`;
      return [size, ofEach].filter((part) => part !== undefined).join(", ") || undefined;
    }
    case "map":
      return key.name?.title ?? key.name?.allowed;
    default:
      return undefined;
  }
}

/** What holds where a key is left out. */
export function defaultOf(key: Key): string | undefined {
  return key.default === undefined ? key.otherwise : String(key.default);
}

/** All that a key says of itself: what it is, what is allowed, and what holds where it is left out. */
export function described(key: Key): string {
  const allowed = allowedOf(key);
  const otherwise = defaultOf(key);
  return [
    key.description,
    ...(allowed === undefined ? [] : [sentence(allowed)]),
    ...(otherwise === undefined ? [] : [`Default: ${otherwise}.`]),
  ].join(" ");
}
