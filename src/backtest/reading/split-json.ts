import { longestItem, tooLong, type Item, type Splitter } from "./item";

/** Lists of records, by who writes them: CloudTrail, `lookup-events`, `get-query-results`. */
export const recordLists: readonly string[] = ["Records", "Events", "results"];

const code = (sign: string) => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, NEWLINE] = [code('"'), code("\\"), code("\n")];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [code("{"), code("}"), code("["), code("]")];
const [COMMA, COLON, SPACE, NUL] = [code(","), code(":"), code(" "), 0];

interface Value {
  readonly line: number;
  text: string;
  isTooLong: boolean;
}

/**
 * Takes JSON apart without holding all of it: gives each value of a list of records, or of a list that is the
 * whole document, and else each value of the document. A text that does not end on its line ends there, so that
 * a missing quote breaks one value and not the rest. Whether a value is valid is for who parses it.
 */
export class JsonSplitter implements Splitter {
  #line = 1;
  /** What is open, from the outside. */
  readonly #open: number[] = [];
  /** How much is open where values are given: 1 or 2 in a list of records, else nothing. */
  #level = 0;
  #isInText = false;
  #isEscaped = false;
  /** The last text in the outermost object, which may be the key of a list. */
  #key: string | undefined;
  /** The last sign outside of texts. */
  #last = 0;
  /** The value that is read now, and where it goes on in this piece. */
  #value: Value | undefined;
  #from = 0;
  #items: Item[] = [];

  push(text: string): readonly Item[] {
    this.#from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (this.#isInText) this.#inText(sign, text, at);
      else this.#outside(sign, text, at);
      if (sign === NEWLINE) this.#line += 1;
    }
    this.#take(text, text.length);
    return this.#given();
  }

  end(): readonly Item[] {
    if (this.#open.length > 0 || this.#isInText) {
      this.#broken("cut off: the file ends within it", this.#value?.line);
      this.#value = undefined;
    }
    this.#finish("", 0);
    return this.#given();
  }

  #given(): readonly Item[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  get #isBetween(): boolean {
    return this.#open.length === this.#level;
  }

  #inText(sign: number, text: string, at: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (sign === BACKSLASH) this.#isEscaped = true;
    else if (sign === QUOTE || sign === NEWLINE) {
      this.#isInText = false;
      if (this.#isBetween) this.#finish(text, at + 1);
    } else if (this.#key !== undefined && this.#open.length === 1 && this.#key.length < 16) {
      this.#key += text[at] ?? "";
    }
  }

  #outside(sign: number, text: string, at: number): void {
    switch (sign) {
      case QUOTE:
        this.#isInText = true;
        if (this.#open.length === 1) this.#key = "";
        this.#begin(at);
        break;
      case OPEN:
      case OPEN_LIST:
        this.#opened(sign, at);
        break;
      case CLOSE:
      case CLOSE_LIST:
        this.#closed(sign === CLOSE ? OPEN : OPEN_LIST, text, at);
        break;
      case COMMA:
      case NEWLINE:
        if (this.#isBetween) this.#finish(text, at);
        break;
      default:
        // A value that is no text, object or list: said to be none by who parses it.
        if ((sign > SPACE || sign === NUL) && sign !== COLON) this.#begin(at);
    }
    if (sign > SPACE) this.#last = sign;
  }

  #opened(sign: number, at: number): void {
    const isOutermost = this.#open.length === 0 || (this.#open.length === 1 && this.#isKeyOfList);
    if (sign === OPEN_LIST && this.#level === 0 && isOutermost) {
      this.#value = undefined;
      this.#level = this.#open.length + 1;
    } else {
      const isAstray = this.#open.length === 1 && this.#level === 0 && this.#last !== COLON;
      if (isAstray && !this.#value) this.#broken("outside of the list of records");
      this.#begin(at);
    }
    this.#open.push(sign);
  }

  get #isKeyOfList(): boolean {
    return this.#last === COLON && recordLists.includes(this.#key ?? "");
  }

  #closed(opening: number, text: string, at: number): void {
    if (this.#isBetween) this.#finish(text, at);
    const begun = this.#open.lastIndexOf(opening);
    // What closes nothing that is open is left out; within a value, who parses it sees it.
    if (begun < 0 || (this.#isBetween && begun !== this.#open.length - 1)) {
      this.#broken("a bracket that closes nothing");
      return;
    }
    this.#open.length = begun;
    if (begun < this.#level) {
      this.#finish(text, at);
      this.#level = 0;
    } else if (this.#isBetween) this.#finish(text, at + 1);
  }

  #begin(at: number): void {
    if (!this.#isBetween || this.#value) return;
    this.#value = { line: this.#line, text: "", isTooLong: false };
    this.#from = at;
  }

  #take(text: string, to: number): void {
    const value = this.#value;
    if (value === undefined) return;
    value.isTooLong ||= value.text.length + to - this.#from > longestItem;
    value.text = value.isTooLong ? "" : value.text + text.slice(this.#from, to);
    this.#from = to;
  }

  #finish(text: string, to: number): void {
    if (this.#value === undefined) return;
    if (text !== "") this.#take(text, to);
    const { line, text: whole, isTooLong } = this.#value;
    this.#value = undefined;
    if (isTooLong) this.#broken(tooLong, line);
    else this.#items.push({ line, text: whole });
  }

  #broken(broken: string, line = this.#line): void {
    this.#items.push({ line, broken });
  }
}
