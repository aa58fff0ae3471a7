import { closingQuote, ExpressionError } from "./template";

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

  constructor(private readonly text: string) {}

  end(): void {
    this.#space();
    if (this.#at < this.text.length) this.#refuse();
  }

  expression(): Expression {
    this.#space();
    if (this.#take('"')) return this.#quoted();
    if (this.#take("[")) return { kind: "list", items: this.#until("]", () => this.expression()) };
    if (this.#take("{")) return { kind: "object", entries: this.#until("}", () => this.#entry()) };
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

  #until<T>(end: string, read: () => T): readonly T[] {
    const items: T[] = [];
    while (!this.#take(end)) {
      items.push(read());
      if (!this.#take(",") && !this.text.slice(this.#at).trimStart().startsWith(end)) {
        this.#refuse();
      }
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
    throw new ExpressionError(`the expression is not understood at character ${this.#at + 1}`);
  }
}
