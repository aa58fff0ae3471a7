import { ObjectCache } from "../../cache";
import { listIn, textIn, type Json } from "../../json/value";
import { argumentExpressions } from "./block-expressions";
import {
  analyzedTemplate,
  type Expression,
  type FunctionCall,
  type ReferenceStep,
  type TemplatePart,
} from "./hcl";
import { iteratorsAt } from "./dynamic-iterators";
import { textsIn } from "./texts";

/**
 * A reference in an expression: its root and the steps behind it, `undefined` for an index and `*` for all
 * elements; a call is `name()`.
 */
export interface Reference {
  readonly root: string;
  readonly steps: readonly (string | undefined)[];
  readonly call?: FunctionCall;
}

/** Every reference in a block; of an expression that is not analyzed none. */
export function referencesIn(json: unknown): readonly Reference[] {
  return typeof json === "object" && json !== null
    ? found.get(json, () => allIn(json))
    : allIn(json);
}

const found = new ObjectCache<readonly Reference[]>();

function allIn(json: unknown): readonly Reference[] {
  return textsIn(json).flatMap(({ text, path }) =>
    inParts(
      analyzedTemplate(text) ?? [],
      path.includes("dynamic.") ? iteratorsAt(json, path) : none,
    ),
  );
}

/** Names that `for` gives to elements, which are no references. */
type Names = ReadonlySet<string>;

const none: Names = new Set();

function inParts(parts: readonly TemplatePart[], own: Names): readonly Reference[] {
  return parts.flatMap((part) => {
    if ("literal" in part) return [];
    if ("expression" in part) return inExpression(part.expression, own);
    if ("names" in part) {
      return [
        ...inExpression(part.collection, own),
        ...inParts(part.body, new Set([...own, ...part.names])),
      ];
    }
    return [
      ...inExpression(part.condition, own),
      ...inParts([...part.then, ...part.otherwise], own),
    ];
  });
}

function inExpression(expression: Expression, own: Names): readonly Reference[] {
  const inAll = (all: readonly Expression[], names = own): readonly Reference[] =>
    all.flatMap((each) => inExpression(each, names));
  switch (expression.kind) {
    case "literal":
      return [];
    case "template":
      return inParts(expression.parts, own);
    case "list":
      return inAll(expression.items);
    case "object":
      return inAll(expression.entries.flat());
    case "call":
      return [
        { root: `${expression.name}()`, steps: [], call: expression },
        ...inAll(expression.args),
      ];
    case "operation":
      return inAll(expression.operands);
    case "conditional":
      return inAll([expression.condition, expression.then, expression.otherwise]);
    case "for": {
      const { names, collection, key, value, condition } = expression;
      const within = [key, value, condition].filter((each) => each !== undefined);
      return [...inAll([collection]), ...inAll(within, new Set([...own, ...names]))];
    }
    case "access":
      return [...inExpression(expression.of, own), ...inAll(indexesOf(expression.steps))];
    case "reference": {
      const { root, steps } = expression;
      const inner = inAll(indexesOf(steps));
      if (own.has(root)) return inner;
      const [first, ...rest] = steps.map(stepName);
      // The address of a resource may begin with what Terraform calls the mode.
      return root === "resource" && first !== undefined
        ? [{ root: first, steps: rest }, ...inner]
        : [{ root, steps: steps.map(stepName) }, ...inner];
    }
  }
}

function indexesOf(steps: readonly ReferenceStep[]): readonly Expression[] {
  return steps.flatMap((step) => (typeof step === "string" || step.kind === "splat" ? [] : [step]));
}

function stepName(step: ReferenceStep): string | undefined {
  if (typeof step === "string") return step;
  return step.kind === "splat" ? "*" : undefined;
}

/**
 * What a stack declares, each with what it refers to: resources, data sources, outputs and locals by
 * address.
 */
export function dependencies(document: Json): ReadonlyMap<string, readonly Reference[]> {
  return new Map(
    argumentExpressions(document).map(([address, json]) => [address, referencesIn(json)]),
  );
}

/** The addresses that a resource has to wait for by its `depends_on`. */
export function awaited(body: Json): readonly string[] {
  return listIn(body["depends_on"]).flatMap((each) => textIn(each) ?? []);
}

/** The address that a reference is to. */
export function addressOf({ root, steps: [first, second] }: Reference): string {
  return root === "data" ? `data.${String(first)}.${String(second)}` : `${root}.${String(first)}`;
}
