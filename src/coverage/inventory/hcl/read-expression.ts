import type { Cursor } from "./cursor";
import type { Expression, FunctionCall, ReferenceStep } from "./expression";

/** All that Terraform takes for one number, though not every such text is one. */
const NUMBER = /\d(?:\d|\.+\d|[eE][+-]?\d)*/uy;
/** From what binds least to what binds most. */
const OPERATORS = [/\|\|/uy, /&&/uy, /[=!]=/uy, /[<>]=?/uy, /[+-]/uy, /[*/%]/uy] as const;

/** Reads a quoted text or heredoc, at whose beginning the place is; undefined where there is none. */
export type TextReader = (cursor: Cursor) => Expression | undefined;

/**
 * Reads one expression, by the grammar of Terraform's language.
 * @throws TemplateSyntaxError where Terraform would refuse it
 * @throws ExpressionError where it is nested too deep
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readExpression(cursor: Cursor, readText: TextReader): Expression {
  const expression = (): Expression =>
    cursor.nested(() => {
      const condition = operation(0);
      if (!cursor.take("?")) return condition;
      const then = expression();
      cursor.expect(":");
      return { kind: "conditional", condition, then, otherwise: expression() };
    });

  const operation = (level: number): Expression => {
    const sign = OPERATORS[level];
    if (sign === undefined) return withSteps();
    let left = operation(level + 1);
    for (;;) {
      cursor.space();
      const operator = cursor.match(sign);
      if (operator === undefined) return left;
      left = { kind: "operation", operator, operands: [left, operation(level + 1)] };
    }
  };

  const withSteps = (): Expression => {
    cursor.space();
    const isInParentheses = cursor.startsWith("(");
    const of = term();
    const steps = stepsBehind();
    if (steps.length === 0) return of;
    return of.kind === "reference" && !isInParentheses
      ? { ...of, steps }
      : { kind: "access", of, steps };
  };

  const term = (): Expression => {
    cursor.space();
    const text = readText(cursor);
    if (text !== undefined) return text;
    if (cursor.take("[")) return cursor.withLines(false, list);
    if (cursor.take("{")) return object();
    if (cursor.take("(")) return cursor.withLines(false, inParentheses);
    for (const operator of ["-", "!"]) {
      if (cursor.take(operator)) {
        return { kind: "operation", operator, operands: [cursor.nested(withSteps)] };
      }
    }
    const number = cursor.match(NUMBER);
    if (number !== undefined) {
      const value = Number(number);
      return Number.isNaN(value)
        ? cursor.refuse(`${number} is no number: it stands`)
        : { kind: "literal", value };
    }
    const word = cursor.name();
    if (word === undefined) return cursor.refuse("an expression is missing");
    cursor.space();
    if (cursor.startsWith("::")) return functionCall(word);
    if (cursor.take("(")) return { kind: "call", name: word, ...args() };
    if (word === "true" || word === "false") return { kind: "literal", value: word === "true" };
    return word === "null"
      ? { kind: "literal", value: null }
      : { kind: "reference", root: word, steps: [] };
  };

  const inParentheses = (): Expression => {
    const inner = expression();
    cursor.expect(")");
    return inner;
  };

  /** A function of a provider, or of Terraform by its full name. */
  const functionCall = (first: string): FunctionCall => {
    let name = first;
    while (cursor.take("::")) {
      name += `::${cursor.name() ?? cursor.refuse("a name is missing")}`;
    }
    cursor.expect("(");
    return { kind: "call", name, ...args() };
  };

  const args = (): Pick<FunctionCall, "args" | "isExpanded"> =>
    cursor.withLines(false, () => {
      const read: Expression[] = [];
      while (!cursor.take(")")) {
        read.push(expression());
        if (cursor.take("...")) {
          cursor.expect(")");
          return { args: read, isExpanded: true };
        }
        if (cursor.take(",")) continue;
        cursor.expect(")");
        break;
      }
      return { args: read, isExpanded: false };
    });

  const stepsBehind = (): readonly ReferenceStep[] => {
    const steps: ReferenceStep[] = [];
    let first = 0;
    for (;;) {
      cursor.space();
      if (!cursor.startsWith("...") && cursor.take(".")) {
        steps.push(cursor.take("*") ? splatByPoint(steps.slice(first)) : stepByPoint());
      } else if (cursor.take("[")) {
        steps.push(cursor.withLines(false, index));
        first = steps.length;
      } else {
        return steps;
      }
    }
  };

  /** @param before - the steps from the last index on */
  const splatByPoint = (before: readonly ReferenceStep[]): ReferenceStep =>
    before.some((step) => typeof step === "object")
      ? cursor.refuse(".* must not stand behind another one")
      : { kind: "splat", isFull: false };

  const stepByPoint = (): string => {
    cursor.space();
    const number = cursor.match(NUMBER);
    if (number === undefined) return cursor.name() ?? cursor.refuse("a name is missing");
    return /^\d+(?:[eE][+-]?\d+)?$/u.test(number)
      ? number
      : cursor.refuse("an index must be in brackets: one stands");
  };

  const index = (): ReferenceStep => {
    const step: ReferenceStep = cursor.take("*") ? { kind: "splat", isFull: true } : expression();
    cursor.expect("]");
    return step;
  };

  const list = (): Expression => {
    if (cursor.takeName("for")) return forExpression("]");
    const items: Expression[] = [];
    while (!cursor.take("]")) {
      items.push(expression());
      if (cursor.take(",")) continue;
      cursor.expect("]");
      break;
    }
    return { kind: "list", items };
  };

  const object = (): Expression => {
    const isFor = cursor.withLines(false, () => cursor.takeName("for"));
    if (isFor) return cursor.withLines(false, () => forExpression("}"));
    return cursor.withLines(true, () => {
      const entries: (readonly [Expression, Expression])[] = [];
      for (;;) {
        while (cursor.take("\n"));
        if (cursor.take("}")) return { kind: "object", entries };
        entries.push(entry());
        if (cursor.take(",") || cursor.take("\n")) continue;
        cursor.expect("}");
        return { kind: "object", entries };
      }
    });
  };

  const entry = (): readonly [Expression, Expression] => {
    cursor.space();
    const isInParentheses = cursor.startsWith("(");
    const key = expression();
    if (!cursor.take("=") && !cursor.take(":")) cursor.refuse("= is missing");
    return [isInParentheses ? key : namedKey(key), expression()];
  };

  /** A key without quotes is a text. */
  const namedKey = (key: Expression): Expression => {
    if (key.kind === "literal") {
      return { kind: "template", parts: [{ literal: String(key.value) }] };
    }
    if (key.kind !== "reference") return key;
    if (key.steps.length > 0) cursor.refuse("the key is neither a name nor in parentheses");
    return { kind: "template", parts: [{ literal: key.root }] };
  };

  const forExpression = (end: "]" | "}"): Expression => {
    const { names, collection } = readForIntroduction(cursor, expression);
    cursor.expect(":");
    const first = expression();
    const hasKey = cursor.take("=>");
    if (hasKey !== (end === "}")) {
      cursor.refuse(hasKey ? "a list has no keys: => stands" : "=> is missing");
    }
    const value = hasKey ? expression() : first;
    const isGrouped = cursor.take("...");
    if (isGrouped && !hasKey) cursor.refuse("a list is not grouped: ... stands");
    const condition = cursor.takeName("if") ? expression() : undefined;
    cursor.expect(end);
    return {
      kind: "for",
      names,
      collection,
      ...(hasKey && { key: first }),
      value,
      ...(condition && { condition }),
      isGrouped,
    };
  };

  return expression();
}

/** What an expression and a directive both have behind `for`: the names and the collection. */
export function readForIntroduction(
  cursor: Cursor,
  expression: () => Expression,
): { readonly names: readonly string[]; readonly collection: Expression } {
  const name = (): string => cursor.name() ?? cursor.refuse("a name is missing");
  const names = [name()];
  if (cursor.take(",")) names.push(name());
  if (!cursor.takeName("in")) cursor.refuse("in is missing");
  return { names, collection: expression() };
}
