/** One step of a reference: `.name`, `[index]`, or `[*]` and `.*`, which stand for all elements. */
export type ReferenceStep = string | Expression | Splat;

/** All elements of a list. */
export interface Splat {
  readonly kind: "splat";
  /** True for `[*]`: all steps behind it are of each element. Of those behind `.*` the first index is of the list. */
  readonly isFull: boolean;
}

/** An expression of Terraform. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly TemplatePart[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | FunctionCall
  | {
      readonly kind: "reference";
      readonly root: string;
      readonly steps: readonly ReferenceStep[];
    }
  | {
      readonly kind: "access";
      readonly of: Expression;
      readonly steps: readonly ReferenceStep[];
    }
  | {
      readonly kind: "operation";
      readonly operator: string;
      /** One for a sign before it, two for a sign between. */
      readonly operands: readonly Expression[];
    }
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | ForExpression;

/** A call of a function, whose name has `::` in it where it is not one of Terraform's own. */
export interface FunctionCall {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  /** Whether the last argument is a list of arguments: `max(list...)`. */
  readonly isExpanded: boolean;
}

/** A list, or with `key` an object, of what stands for each element of a collection. */
export interface ForExpression {
  readonly kind: "for";
  /** One name for the values, or two: for the keys and the values. */
  readonly names: readonly string[];
  readonly collection: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** Whether values of one key become a list. */
  readonly isGrouped: boolean;
}

/** Part of a template: text as it is, an expression, or one of the directives `%{ if }` and `%{ for }`. */
export type TemplatePart =
  | { readonly literal: string }
  | {
      readonly expression: Expression;
      /** What stands between the braces. */
      readonly source: string;
    }
  | {
      readonly condition: Expression;
      readonly then: readonly TemplatePart[];
      readonly otherwise: readonly TemplatePart[];
    }
  | {
      /** As in a `for` expression. */
      readonly names: readonly string[];
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    };
