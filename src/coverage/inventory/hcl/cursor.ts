import { ExpressionError, TemplateSyntaxError } from "./errors";

/** Levels that an expression may be nested. */
const DEEPEST = 30;

const COMMENT = /\/\*[^]*?\*\/|(?:#|\/\/)[^\n]*/u.source;
const SPACE = new RegExp(`(?:[ \\t\\r]+|${COMMENT})*`, "uy");
const SPACE_AND_LINES = new RegExp(`(?:[ \\t\\r\\n]+|${COMMENT})*`, "uy");
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A place in a text of Terraform's language, which moves on as the text is read. */
export class Cursor {
  at = 0;
  #hasLines = false;

  /** @param depth - levels that the text stands in another one */
  constructor(
    readonly text: string,
    private depth = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(sign: string): boolean {
    return this.text.startsWith(sign, this.at);
  }

  /** Leaves blanks and comments behind; ends of lines, too, where they part nothing. */
  space(): void {
    this.match(this.#hasLines ? SPACE : SPACE_AND_LINES);
  }

  /** Whether a sign comes next, behind which the place is then. */
  take(sign: string): boolean {
    this.space();
    if (!this.startsWith(sign)) return false;
    this.at += sign.length;
    return true;
  }

  expect(sign: string): void {
    if (!this.take(sign)) this.refuse(`${sign} is missing`);
  }

  /** What a sticky pattern finds at the place, behind which the place is then. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** A name that comes next. */
  name(): string | undefined {
    this.space();
    return this.match(NAME);
  }

  /** Whether the name that comes next is that keyword, behind which the place is then. */
  takeName(keyword: string): boolean {
    const before = this.at;
    if (this.name() === keyword) return true;
    this.at = before;
    return false;
  }

  /** Reads a level deeper. */
  nested<T>(read: () => T): T {
    if (this.depth >= DEEPEST) {
      throw new ExpressionError(`the expression is nested more than ${DEEPEST} levels deep`);
    }
    this.depth++;
    const found = read();
    this.depth--;
    return found;
  }

  /** Reads where ends of lines part items, or where they are blanks. */
  withLines<T>(hasLines: boolean, read: () => T): T {
    const before = this.#hasLines;
    this.#hasLines = hasLines;
    const found = read();
    this.#hasLines = before;
    return found;
  }

  /** A place in a text that stands here. */
  within(text: string): Cursor {
    return new Cursor(text, this.depth);
  }

  /** @throws TemplateSyntaxError */
  refuse(problem: string): never {
    throw new TemplateSyntaxError(`${problem} at character ${this.at + 1}`);
  }
}
