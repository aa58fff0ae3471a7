import type { Constant } from "../constant";
import { refuse } from "../refusal";
import { isPlainText } from "./functions";
import { readPattern, type Pattern } from "./patterns";

/** Characters of a text that a pattern is tried on. */
const LONGEST = 200;

/** Signs that mean something in a regular expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|]/u;

/**
 * What `regex` finds; of a pattern with special signs it is not worked out, only whether there is anything.
 * @throws RefusalError for what is no pattern, or is not in the text
 * @see https://developer.hashicorp.com/terraform/language/functions/regex
 */
export function found(pattern: string, text: string): Constant {
  const { isCommon } = withGroups(pattern);
  if (!SPECIAL.test(pattern)) return text.includes(pattern) ? pattern : refuseText();
  const isTried = isCommon && isPlainText(pattern + text) && text.length <= LONGEST;
  return !isTried || isIn(pattern, text) ? undefined : refuseText();
}

/**
 * What `regexall` finds is not worked out.
 * @throws RefusalError for what is no pattern
 */
export function allFound(pattern: string): Constant {
  withGroups(pattern);
  return undefined;
}

/** A pattern whose groups are either all named, or none. */
function withGroups(pattern: string): Pattern {
  const read = readPattern(pattern);
  const named = read.groups.filter((name) => name !== "").length;
  return named === 0 || named === read.groups.length
    ? read
    : refuse("some groups of the pattern have names, and some have none");
}

function refuseText(): never {
  return refuse("the pattern is not in the text");
}

/** True also where JavaScript does not take the pattern, as it repeats no sign such as ^. */
function isIn(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.replace(/(?<!\\)\(\?P</gu, "(?<")).test(text);
  } catch {
    return true;
  }
}
