import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../json/value";
import { ExpressionError, parseExpression, splitTemplate, type Expression } from "./expression";

/** A reference in an expression: its root and the steps behind it, `undefined` for an index; a call is `name()`. */
export interface Reference {
  readonly root: string;
  readonly steps: readonly (string | undefined)[];
}

/** Arguments of a resource that are no expressions, or in which it may name itself. */
const apart = new Set(["//", "provider", "depends_on", "lifecycle", "provisioner", "connection"]);

/** Every reference in a block; of an expression that is not analyzed none. */
export function referencesIn(json: unknown): readonly Reference[] {
  const found: Reference[] = [];
  const open: unknown[] = [json];
  // A list instead of calls: JSON of others may be nested deeply.
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === "string") found.push(...inTemplate(value));
    else if (typeof value === "object") {
      const parts = isJsonObject(value) ? Object.entries(value).flat() : listIn(value);
      for (const part of parts) if (isThere(part)) open.push(part);
    }
  }
  return found;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function inTemplate(text: string): readonly Reference[] {
  if (!text.includes("${")) return [];
  try {
    return splitTemplate(text).flatMap((part) =>
      "literal" in part ? [] : inExpression(parseExpression(part.expression)),
    );
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof RangeError) return [];
    throw error;
  }
}

function inExpression(expression: Expression): readonly Reference[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "quoted":
      return inTemplate(expression.raw);
    case "list":
      return expression.items.flatMap(inExpression);
    case "object":
      return expression.entries.flatMap((entry) => entry.flatMap(inExpression));
    case "call":
      return [
        { root: `${expression.name}()`, steps: [] },
        ...expression.args.flatMap(inExpression),
      ];
    case "reference": {
      const { root, steps } = expression;
      const own = steps.map((step) => (typeof step === "string" ? step : undefined));
      const inner = steps.flatMap((step) => (typeof step === "string" ? [] : inExpression(step)));
      return [{ root, steps: own }, ...inner];
    }
  }
}

/**
 * What a stack declares, each with what it refers to: resources, data sources, outputs and locals by
 * address.
 */
export function dependencies(document: Json): ReadonlyMap<string, readonly Reference[]> {
  const all = new Map<string, readonly Reference[]>();
  for (const section of ["resource", "data"]) {
    for (const [type, named] of Object.entries(objectIn(document[section]))) {
      for (const [name, body] of Object.entries(objectIn(named))) {
        const prefix = section === "data" ? "data." : "";
        all.set(`${prefix}${type}.${name}`, referencesIn(withoutApart(objectIn(body))));
      }
    }
  }
  for (const [name, body] of Object.entries(objectIn(document["output"]))) {
    all.set(`output.${name}`, referencesIn(withoutApart(objectIn(body))));
  }
  for (const locals of listIn(document["locals"])) {
    for (const [name, value] of Object.entries(objectIn(locals))) {
      all.set(`local.${name}`, referencesIn(value));
    }
  }
  return all;
}

function withoutApart(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !apart.has(name)));
}

/** The addresses that a resource has to wait for by its `depends_on`. */
export function awaited(body: Json): readonly string[] {
  return listIn(body["depends_on"]).flatMap((each) => textIn(each) ?? []);
}

/** The address that a reference is to. */
export function addressOf({ root, steps: [first, second] }: Reference): string {
  return root === "data" ? `data.${String(first)}.${String(second)}` : `${root}.${String(first)}`;
}
