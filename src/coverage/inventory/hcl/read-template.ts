import { Cache } from "../../../cache";
import { Cursor } from "./cursor";
import { ExpressionError } from "./errors";
import type { Expression, TemplatePart } from "./expression";
import { readExpression, readForIntroduction } from "./read-expression";

/** What a directive is closed by, or parted. */
type Ending = "else" | "endif" | "endfor";

const LITERAL = /[^$%"\\\n]+/uy;
const ESCAPE = /\\(?:[nrt"\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/uy;
const HEREDOC = /<<(?<isIndented>-?)(?<marker>[\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/**
 * Takes a template apart and undoes the escapes `$${` and `%%{`.
 * @throws TemplateSyntaxError where Terraform would refuse it
 * @throws ExpressionError where an expression in it is nested too deep
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function parseTemplate(text: string): readonly TemplatePart[] {
  return parsed.get(text, () => new TemplateReader(new Cursor(text), false).all());
}

/** The parts of a template; undefined where Terraform would refuse it, or it is nested too deep to be analyzed. */
export function analyzedTemplate(text: string): readonly TemplatePart[] | undefined {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** Stacks repeat texts: regions of one account, accounts of one organization, and who asks for references. */
const parsed = new Cache<readonly TemplatePart[]>(2_000);

/** Whether a text has an expression, a directive or an escape in it: any other stands for itself. */
export function mayBeTemplate(text: string): boolean {
  return /[$%]\{/u.test(text);
}

/** Reads a template at a place: to the end of the text, or to the quotation mark that closes it. */
class TemplateReader {
  /** Whether the sign `~` took away the blanks that come next. */
  #isTrimmed = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly isQuoted: boolean,
  ) {}

  all(): readonly TemplatePart[] {
    return this.#until([]).parts;
  }

  /** Parts up to a directive that ends them, or to the end. */
  #until(endings: readonly Ending[]): {
    readonly parts: readonly TemplatePart[];
    readonly ending?: Ending;
  } {
    const { cursor } = this;
    const parts: TemplatePart[] = [];
    let literal = "";
    const flush = (isTrimmed = false): void => {
      const text = isTrimmed ? literal.trimEnd() : literal;
      if (text !== "") parts.push({ literal: text });
      literal = "";
    };
    for (;;) {
      if (cursor.isAtEnd || (this.isQuoted && cursor.startsWith('"'))) {
        if (endings.length > 0) cursor.refuse(`${endings.join(" or ")} is missing`);
        if (this.isQuoted && !cursor.take('"')) cursor.refuse("a quoted text does not end");
        flush();
        return { parts: parts.length === 0 ? [{ literal: "" }] : parts };
      }
      if (cursor.startsWith("${")) {
        cursor.at += 2;
        flush(cursor.startsWith("~"));
        parts.push(this.#interpolation());
      } else if (cursor.startsWith("%{")) {
        cursor.at += 2;
        flush(cursor.startsWith("~"));
        const read = this.#directive(endings);
        if (typeof read === "string") return { parts, ending: read };
        parts.push(read);
      } else {
        const more = this.#literal();
        literal += this.#isTrimmed ? more.trimStart() : more;
        if (more.trim() !== "") this.#isTrimmed = false;
      }
    }
  }

  #literal(): string {
    const { cursor } = this;
    const plain = cursor.match(LITERAL);
    if (plain !== undefined) return plain;
    if (cursor.startsWith("$${") || cursor.startsWith("%%{")) {
      cursor.at += 3;
      return cursor.text.slice(cursor.at - 2, cursor.at);
    }
    if (this.isQuoted && cursor.startsWith("\\")) return this.#escape();
    if (this.isQuoted && cursor.startsWith("\n")) cursor.refuse("a quoted text does not end");
    return cursor.text.charAt(cursor.at++);
  }

  #escape(): string {
    const escape = this.cursor.match(ESCAPE) ?? this.cursor.refuse("\\ begins no escape");
    const [, kind = "", ...digits] = escape;
    if (digits.length === 0) return { n: "\n", r: "\r", t: "\t" }[kind] ?? kind;
    const code = Number.parseInt(digits.join(""), 16);
    return code > 0x10ffff
      ? this.cursor.refuse("\\U is of no character")
      : String.fromCodePoint(code);
  }

  #interpolation(): TemplatePart {
    const { cursor } = this;
    const from = cursor.at;
    const expression = this.#marked(() => this.#expression());
    return { expression, source: cursor.text.slice(from, cursor.at - 1) };
  }

  #directive(endings: readonly Ending[]): TemplatePart | Ending {
    const { cursor } = this;
    return cursor.nested(() => {
      const read = this.#marked(() => {
        const keyword = cursor.name();
        if (keyword === "if") return { condition: this.#expression() };
        if (keyword === "for") return readForIntroduction(cursor, () => this.#expression());
        const ending = endings.find((each) => each === keyword);
        return ending ?? cursor.refuse(`${keyword ?? "nothing"} stands where a directive begins`);
      });
      if (typeof read === "string") return read;
      if ("names" in read) return { ...read, body: this.#until(["endfor"]).parts };
      const { parts: then, ending } = this.#until(["else", "endif"]);
      const otherwise = ending === "else" ? this.#until(["endif"]).parts : [];
      return { ...read, then, otherwise };
    });
  }

  /** What stands in braces, between signs `~` that take away the blanks around them. */
  #marked<T>(read: () => T): T {
    const { cursor } = this;
    if (cursor.startsWith("~")) cursor.at++;
    const found = cursor.withLines(false, read);
    cursor.withLines(false, () => {
      this.#isTrimmed = cursor.take("~");
      cursor.expect("}");
    });
    return found;
  }

  #expression(): Expression {
    return readExpression(this.cursor, readText);
  }
}

/** A quoted text or a heredoc that begins at the place. */
function readText(cursor: Cursor): Expression | undefined {
  if (cursor.startsWith('"')) {
    cursor.at++;
    return cursor.nested(() => ({
      kind: "template",
      parts: new TemplateReader(cursor, true).all(),
    }));
  }
  return readHeredoc(cursor);
}

function readHeredoc(cursor: Cursor): Expression | undefined {
  HEREDOC.lastIndex = cursor.at;
  const { marker, isIndented } = HEREDOC.exec(cursor.text)?.groups ?? {};
  if (marker === undefined) return undefined;
  cursor.match(HEREDOC);
  const lines = cursor.text.slice(cursor.at).split("\n");
  const end = lines.findIndex((line) => line.trim() === marker);
  if (end === -1 || end === lines.length - 1) cursor.refuse(`${marker} is missing`);
  const content = lines.slice(0, end);
  const skipped = content.reduce((sum, line) => sum + line.length + 1, 0);
  cursor.at += skipped + (lines[end]?.length ?? 0);
  const shown = isIndented === "-" ? withoutIndentation(content) : content;
  const text = shown.map((line) => `${line}\n`).join("");
  return cursor.nested(() => ({
    kind: "template",
    parts: new TemplateReader(cursor.within(text), false).all(),
  }));
}

/** Lines without the blanks that all of them begin with. */
function withoutIndentation(lines: readonly string[]): readonly string[] {
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(least));
}
