import { isSequence, type Constant } from "../constant";
import { refuse } from "../refusal";
import { formatted, formattedList } from "./format";
import { readPattern } from "./patterns";
import { allFound, found } from "./regex";
import {
  isPlainText,
  isShort,
  ofTexts,
  textIn,
  wholeNumber,
  type Functions,
  type Work,
} from "./functions";

function ofPlain(work: (...texts: readonly string[]) => Constant): Work {
  return ofTexts((...texts) => (texts.every(isPlainText) ? work(...texts) : undefined));
}

function joined([separator, ...lists]: readonly Constant[]): Constant {
  const items = lists.flatMap((list) => (isSequence(list) ? list.items : []));
  if (items.includes(null)) return refuse("an element is null");
  const texts = items.map(textIn);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return isShort(length + texts.length * textIn(separator).length)
    ? texts.join(textIn(separator))
    : undefined;
}

function part([text, offset, length]: readonly Constant[]): Constant {
  const from = wholeNumber(offset, "the offset");
  const count = wholeNumber(length, "the length");
  if (typeof text !== "string" || !isPlainText(text) || from < 0) return undefined;
  return count < 0 ? text.slice(from) : text.slice(from, from + count);
}

function replaced(text: string, wanted: string, by: string): Constant {
  // Between slashes stands a regular expression.
  const isPattern = wanted.length > 1 && wanted.startsWith("/") && wanted.endsWith("/");
  if (isPattern) readPattern(wanted.slice(1, -1));
  const isRead = !isPattern && wanted !== "" && isShort(text.length * (1 + by.length));
  return isRead ? text.replaceAll(wanted, () => by) : undefined;
}

/** Functions of texts. */
export const texts: Functions = new Map<string, Work>([
  ["endswith", ofTexts((text, end) => text.endsWith(end))],
  ["format", formatted],
  ["formatlist", formattedList],
  ["join", joined],
  ["lower", ofPlain((text) => text.toLowerCase())],
  ["regex", ofTexts(found)],
  ["regexall", ofTexts(allFound)],
  ["replace", ofTexts(replaced)],
  [
    "split",
    ofTexts((separator, text) =>
      separator === "" ? undefined : { kind: "list", items: text.split(separator) },
    ),
  ],
  ["startswith", ofTexts((text, start) => text.startsWith(start))],
  ["strcontains", ofTexts((text, inner) => text.includes(inner))],
  ["substr", part],
  [
    "trimprefix",
    ofTexts((text, start) => (text.startsWith(start) ? text.slice(start.length) : text)),
  ],
  [
    "trimsuffix",
    ofTexts((text, end) => (end !== "" && text.endsWith(end) ? text.slice(0, -end.length) : text)),
  ],
  ["trimspace", ofPlain((text) => text.trim())],
  ["upper", ofPlain((text) => text.toUpperCase())],
]);
