import { isCollection, isSequence, kindOf, tuple, type Constant } from "../constant";
import { converted } from "../conversion";
import { inPlace, refuse } from "../refusal";
import { isShort, textIn } from "./functions";

/** Text as it is, or a verb of a format with what may stand between its sign and its letter. */
const PART = /[^%]+|%(?<width>[-+ #0]*\d*(?:\.\d*)?)(?:\[(?<index>\d+)\])?(?<letter>[^]|$)/gu;

const kinds: ReadonlyMap<string, "string" | "number" | "bool"> = new Map([
  ["s", "string"],
  ["q", "string"],
  ["t", "bool"],
  ...[..."bdoxXeEfgG".matchAll(/./gu)].map(([letter]) => [letter, "number"] as const),
]);

/**
 * A text with values in the places of verbs such as `%s`.
 * @see https://developer.hashicorp.com/terraform/language/functions/format
 */
export function formatted([format, ...args]: readonly Constant[]): Constant {
  let next = 0;
  let used = 0;
  const parts = [...textIn(format).matchAll(PART)].map(([part, , index, letter = ""]): Constant => {
    // Text as it is has no letter.
    if (!part.startsWith("%")) return part;
    if (part === "%%") return "%";
    if (letter === "") return refuse("% stands at the end of the format");
    if (!kinds.has(letter) && letter !== "v") return refuse(`%${letter} is no verb of a format`);
    const place = index === undefined ? next : Number(index) - 1;
    next = place + 1;
    used = Math.max(used, next);
    if (place < 0 || place >= args.length) {
      return refuse(`the format wants an argument ${place + 1}`);
    }
    const value = asVerb(letter, args[place]);
    return part === "%s" ? value : undefined;
  });
  if (used < args.length) {
    return refuse(`the format takes ${used} values, and has ${args.length}`);
  }
  const texts = parts.filter((part) => typeof part === "string");
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.length === parts.length && isShort(length) ? texts.join("") : undefined;
}

/**
 * A text for each place of the lists among the arguments; an argument that is no list is the same for all.
 * @see https://developer.hashicorp.com/terraform/language/functions/formatlist
 */
export function formattedList([format, ...args]: readonly Constant[]): Constant {
  if (args.includes(null)) return undefined;
  const lengths = args.filter(isSequence).map(({ items }) => items.length);
  const [length = 1] = lengths;
  if (lengths.some((each) => each !== length)) return refuse("its lists are of different lengths");
  const texts = Array.from({ length }, (_, at) => {
    const values = args.map((arg) => (isSequence(arg) ? arg.items[at] : arg));
    return formatted([format, ...values]);
  });
  return tuple(texts);
}

function asVerb(letter: string, value: Constant): Constant {
  const is = kinds.get(letter);
  if (is === undefined || value === null) return undefined;
  if (isCollection(value)) return refuse(`%${letter} has ${kindOf(value)}`);
  const shown = inPlace(`%${letter}`, () => converted(value, { is }));
  const wantsWhole = "bdoxX".includes(letter) && typeof shown === "number";
  return wantsWhole && !Number.isInteger(shown) ? refuse(`%${letter} wants a whole number`) : shown;
}
