/** One step of a reference: `.name` or `[index]`. */
export type ReferenceStep = string | Expression;

/** An expression of Terraform, as far as generated configurations need it. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number | boolean | null }
  | { readonly kind: "quoted"; readonly raw: string }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "reference";
      readonly root: string;
      readonly steps: readonly ReferenceStep[];
    };

const WORD = /[A-Za-z_][\w-]*/uy;
const NUMBER = /-?\d+(?:\.\d+)?/uy;

/** Levels that an expression may be nested. */
const DEEPEST = 30;

/**
 * Reads references, literals, lists, maps and calls.
 * @throws ExpressionError for anything else
 */
export function parseExpression(text: string): Expression {
  const parser = new Parser(text);
  const expression = parser.expression();
  parser.end();
  return expression;
}

class Parser {
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  end(): void {
    this.#space();
    if (this.#at < this.text.length) this.#refuse();
  }

  expression(): Expression {
    if (this.#depth >= DEEPEST) throw tooDeep();
    this.#depth++;
    const read = this.#one();
    this.#depth--;
    return read;
  }

  #one(): Expression {
    this.#space();
    if (this.#take('"')) return this.#quoted();
    if (this.#take("[")) return { kind: "list", items: this.#until("]", () => this.expression()) };
    if (this.#take("{")) {
      return { kind: "object", entries: this.#until("}", () => this.#entry(), this.#onNextLine) };
    }
    if (this.#take("(")) {
      const inner = this.expression();
      if (!this.#take(")")) this.#refuse();
      return inner;
    }
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    const word = this.#match(WORD);
    if (word === undefined) return this.#refuse();
    if (word === "true" || word === "false") return { kind: "literal", value: word === "true" };
    if (word === "null") return { kind: "literal", value: null };
    if (this.#take("(")) {
      return { kind: "call", name: word, args: this.#until(")", () => this.expression()) };
    }
    return { kind: "reference", root: word, steps: this.#steps() };
  }

  #steps(): readonly ReferenceStep[] {
    const steps: ReferenceStep[] = [];
    for (;;) {
      if (this.#take(".")) {
        steps.push(this.#match(WORD) ?? this.#match(NUMBER) ?? this.#refuse());
      } else if (this.#take("[")) {
        steps.push(this.expression());
        if (!this.#take("]")) this.#refuse();
      } else {
        return steps;
      }
    }
  }

  #entry(): readonly [Expression, Expression] {
    this.#space();
    const word = this.#match(WORD);
    const key: Expression = word === undefined ? this.expression() : { kind: "quoted", raw: word };
    if (!this.#take("=") && !this.#take(":")) this.#refuse();
    return [key, this.expression()];
  }

  /** Items, each after a comma or after what else may stand between two. */
  #until<T>(end: string, read: () => T, isApart = (): boolean => false): readonly T[] {
    const items: T[] = [];
    while (!this.#take(end)) {
      items.push(read());
      if (isApart() || this.#take(",")) continue;
      this.#space();
      if (!this.text.startsWith(end, this.#at)) this.#refuse();
    }
    return items;
  }

  #quoted(): Expression {
    const end = closingQuote(this.text, this.#at);
    const raw = this.text.slice(this.#at, end);
    this.#at = end + 1;
    return { kind: "quoted", raw };
  }

  #space(): void {
    while (/\s/u.test(this.text.charAt(this.#at))) this.#at++;
  }

  /** In an object, a line that ends is as good as a comma. */
  readonly #onNextLine = (): boolean => this.#match(/[^\S\n]*\n/uy) !== undefined;

  #take(sign: string): boolean {
    this.#space();
    if (!this.text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #refuse(): never {
    throw new ExpressionError(`the expression is not analyzed at character ${this.#at + 1}`);
  }
}

/** Part of a Terraform template: text as it is, or an expression to be evaluated. */
export type TemplatePart = { readonly literal: string } | { readonly expression: string };

/** An expression or template of Terraform that this reader does not understand. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

function tooDeep(): ExpressionError {
  return new ExpressionError(`the expression is nested more than ${DEEPEST} levels deep`);
}

/**
 * Takes a template apart and undoes the escapes `$${` and `%%{`.
 * @throws ExpressionError for a directive `%{` and for an expression that does not end
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function splitTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let literal = "";
  for (let at = 0; at < text.length;) {
    if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith("${", at)) {
      const end = closingBrace(text, at + 2);
      if (literal !== "") parts.push({ literal });
      literal = "";
      parts.push({ expression: text.slice(at + 2, end) });
      at = end + 1;
    } else if (text.startsWith("%{", at)) {
      throw new ExpressionError("a template directive %{ is not supported");
    } else {
      literal += text.charAt(at++);
    }
  }
  return literal === "" && parts.length > 0 ? parts : [...parts, { literal }];
}

function closingBrace(text: string, from: number, level = 0): number {
  if (level > DEEPEST) throw tooDeep();
  for (let at = from, depth = 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = closingQuote(text, at + 1, level);
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  throw new ExpressionError("an expression does not end");
}

/** Where a quoted text that begins at `from` ends; expressions in it may have quotes of their own. */
function closingQuote(text: string, from: number, level = 0): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at;
    if (character === "\\") at++;
    else if (text.startsWith("$${", at)) at += 2;
    else if (text.startsWith("${", at)) at = closingBrace(text, at + 2, level + 1);
  }
  throw new ExpressionError("a quoted text does not end");
}
