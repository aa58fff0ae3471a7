import { refuse } from "../refusal";

/** How many times a part may be repeated by a number. */
const MOST_REPETITIONS = 1000;

/** What begins a group, sets flags, or asks for something that this language lacks. */
const GROUP = /\((?:\?(?:P?<(?<name>[^>]*)>|(?<flags>[imsU]*-?[imsU]*)(?<end>[:)])|(?<other>)))?/uy;
const REPETITION = /(?:[*+?]|\{(?<least>\d+)(?<comma>,)?(?<most>\d*)\})\??/uy;
const CLASS = /\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*(?<end>\])?/uy;
const ESCAPE =
  /\\(?:(?<digit>[1-7](?![0-7])|[89])|(?<hex>x(?:[\da-fA-F]{2}|\{[\da-fA-F]+\}))|(?<sign>[^]?))/uy;

/** Letters and digits that mean something behind a backslash; any other one is refused. */
const ESCAPES = "AbBdDsSwWzafnrtv01234567";
const ESCAPES_IN_CLASSES = "dDsSwWafnrtvx01234567";

/** A regular expression, as far as it is known. */
export interface Pattern {
  /** The name of each group, empty of one that has none. */
  readonly groups: readonly string[];
  /** Whether JavaScript reads it in the same way for texts of ASCII, and tries it in little time. */
  readonly isCommon: boolean;
}

/**
 * Reads a regular expression of the language RE2.
 * @throws RefusalError where it is certainly none
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function readPattern(pattern: string): Pattern {
  // What \Q quotes, and the names of classes of Unicode, are not read here.
  if (/\\[QpP]/u.test(pattern)) return { isCommon: false, groups: [] };
  return new PatternReader(pattern).read();
}

class PatternReader {
  readonly #groups: string[] = [];
  #isCommon = true;
  #at = 0;
  #depth = 0;
  #repetitions = 0;
  #alternatives = 0;
  /** What a sign that repeats would repeat. */
  #before: "nothing" | "part" | "group" | "repetition" = "nothing";

  constructor(private readonly pattern: string) {}

  read(): Pattern {
    while (this.#at < this.pattern.length) this.#part();
    if (this.#depth > 0) refuse("the pattern has parentheses that are not closed");
    const isAnchored = this.pattern.startsWith("^") && this.#alternatives === 0;
    // JavaScript tries every length of each repetition with every length of the others.
    const isQuick = this.#repetitions <= (isAnchored ? 3 : 2) && this.#alternatives <= 3;
    return { groups: this.#groups, isCommon: this.#isCommon && isQuick };
  }

  #part(): void {
    const repetition = this.#match(REPETITION);
    const sign = String.fromCodePoint(this.pattern.codePointAt(this.#at) ?? 0);
    if (repetition !== undefined) this.#repeat(repetition);
    else if (sign === "(") this.#open();
    else {
      this.#before = sign === "|" ? "nothing" : sign === ")" ? "group" : "part";
      if (sign === "[") this.#class();
      else if (sign === "\\") this.#escape();
      else this.#sign(sign);
    }
  }

  #sign(sign: string): void {
    if (sign === ")" && --this.#depth < 0) {
      refuse("the pattern has a parenthesis that is not opened");
    }
    if (sign === "|") this.#alternatives++;
    if ("{}".includes(sign)) this.#isCommon = false;
    this.#at += sign.length;
  }

  #open(): void {
    const { name, flags, end, other } = this.#match(GROUP) ?? {};
    if (other !== undefined) {
      refuse("the pattern looks ahead or behind, or has a group that Terraform does not know");
    }
    if (name !== undefined && !/^\w+$/u.test(name)) refuse("the name of a group is not valid");
    if (flags === undefined) this.#groups.push(name ?? "");
    if (flags?.endsWith("-") === true) refuse("the pattern has - without flags behind it");
    if (Boolean(flags) || /^\d/u.test(name ?? "")) this.#isCommon = false;
    if (end === ")") {
      this.#isCommon = false;
      if (this.#before !== "nothing") this.#before = "part";
      return;
    }
    this.#depth++;
    this.#before = "nothing";
  }

  #class(): void {
    const from = this.#at;
    const { end } = this.#match(CLASS) ?? {};
    if (end === undefined) refuse("the pattern has a bracket that is not closed");
    const inner = this.pattern.slice(from, this.#at);
    const escapes = [...inner.matchAll(/\\([A-Za-z\d])/gu)].map(([, letter = ""]) => letter);
    const unknown = escapes.find((letter) => !ESCAPES_IN_CLASSES.includes(letter));
    if (unknown !== undefined) refuseEscape(unknown);
    const ranges = inner.includes("\\") ? [] : inner.matchAll(/([A-Za-z\d])-([A-Za-z\d])/gu);
    for (const [, first = "", last = ""] of ranges) {
      if (first > last) refuse("the pattern has a range that ends before it begins");
    }
    const isPlain = !/^\[\^?\]|\[:|\(\?P</u.test(inner);
    if (!isPlain || escapes.some((letter) => !"dDsSwW".includes(letter))) this.#isCommon = false;
  }

  #escape(): void {
    const { digit, hex, sign } = this.#match(ESCAPE) ?? {};
    if (digit !== undefined) refuse("the pattern refers to a group, which Terraform cannot do");
    if (sign === "") refuse("the pattern ends with a backslash");
    if (hex !== undefined || sign === undefined) {
      this.#isCommon = false;
      return;
    }
    // Any other sign of ASCII stands for itself.
    if (!/[A-Za-z\d]|[^\0-\x7f]/u.test(sign)) return;
    if (!ESCAPES.includes(sign)) refuseEscape(sign);
    if (!"bBdDsSwW".includes(sign)) this.#isCommon = false;
  }

  #repeat({ least, comma, most }: Groups): void {
    if (this.#before === "nothing") refuse("the pattern repeats nothing: a sign such as * stands");
    if (this.#before === "repetition") refuse("the pattern repeats a repetition");
    const [fewest, highest] = [Number(least ?? 0), Number(most ?? 0)];
    if (Math.max(fewest, highest) > MOST_REPETITIONS) {
      refuse(`the pattern repeats a part over ${MOST_REPETITIONS} times`);
    }
    if (comma !== undefined && most !== "" && highest < fewest) {
      refuse("the pattern repeats a part at least more times than at most");
    }
    if (this.#before === "group") this.#isCommon = false;
    if (least === undefined || comma !== undefined) this.#repetitions++;
    this.#before = "repetition";
  }

  #match(sign: RegExp): Groups | undefined {
    sign.lastIndex = this.#at;
    const found = sign.exec(this.pattern);
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found.groups ?? {};
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function refuseEscape(sign: string): never {
  return refuse(`the pattern has \\${sign}, which means nothing`);
}
