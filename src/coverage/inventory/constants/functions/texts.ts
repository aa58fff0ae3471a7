import { isSequence, type Constant } from "../constant";
import { refuse } from "../refusal";
import { formatted } from "./format";
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

/** Signs that mean something in a regular expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|]/u;

function replaced(text: string, wanted: string, by: string): Constant {
  // Between slashes stands a regular expression.
  const isPattern = wanted.length > 1 && wanted.startsWith("/") && wanted.endsWith("/");
  if (isPattern) refusePattern(wanted.slice(1, -1));
  const isRead = !isPattern && wanted !== "" && isShort(text.length * (1 + by.length));
  return isRead ? text.replaceAll(wanted, () => by) : undefined;
}

/** Of patterns only what stands for itself: the language of Terraform's differs from JavaScript's. */
function found(pattern: string, text: string): Constant {
  refusePattern(pattern);
  if (SPECIAL.test(pattern)) return undefined;
  return text.includes(pattern) ? pattern : refuse("the pattern is not in the text");
}

/**
 * Patterns that are none whatever stands in them.
 * @see https://github.com/google/re2/wiki/Syntax
 */
function refusePattern(pattern: string): void {
  if (/^[*+?]/u.test(pattern)) refuse("the pattern begins with a sign that repeats something");
  // Behind a backslash, and in brackets, signs stand for themselves.
  if (/[\\[]/u.test(pattern)) return;
  if (/\(\?(?:[=!]|<[=!])/u.test(pattern))
    refuse("the pattern looks ahead or behind, which Terraform's cannot");
  if (pattern.split("(").length !== pattern.split(")").length) {
    refuse("the pattern has parentheses that are not closed, or not opened");
  }
}

/** Functions of texts. */
export const texts: Functions = new Map<string, Work>([
  ["endswith", ofTexts((text, end) => text.endsWith(end))],
  ["format", formatted],
  ["join", joined],
  ["lower", ofPlain((text) => text.toLowerCase())],
  ["regex", ofTexts(found)],
  [
    "regexall",
    ofTexts((pattern) => {
      refusePattern(pattern);
      return undefined;
    }),
  ],
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
