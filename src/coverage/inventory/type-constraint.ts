import { NAME } from "./block-arguments";
import { attempt, converted, Evaluation, type Attribute, type Type } from "./constants";
import { analyzedTemplate, type Expression } from "./hcl";

const primitives = ["string", "number", "bool", "any"] as const;

/**
 * Reads a type such as `list(string)`; undefined for a text that Terraform does not know as one.
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function typeConstraint(text: string): Type | undefined {
  const [only, ...others] = analyzedTemplate(`\${${text}\n}`) ?? [];
  const isOne = only !== undefined && "expression" in only && others.length === 0;
  return isOne ? typeOf(only.expression) : undefined;
}

function typeOf(expression: Expression): Type | undefined {
  if (expression.kind === "reference")
    return expression.steps.length === 0 ? named(expression.root) : undefined;
  if (expression.kind !== "call" || expression.isExpanded) return undefined;
  const [inner, ...others] = expression.args;
  if (inner === undefined || others.length > 0) return undefined;
  switch (expression.name) {
    case "list":
    case "set":
    case "map": {
      const of = typeOf(inner);
      return of && { is: expression.name, of };
    }
    case "object":
      return inner.kind === "object" ? objectType(inner.entries) : undefined;
    case "tuple":
      return inner.kind === "list" ? tupleType(inner.items) : undefined;
    default:
      return undefined;
  }
}

function named(name: string): Type | undefined {
  const is = primitives.find((each) => each === name);
  if (is !== undefined) return { is };
  // Without the type of its elements, as Terraform 0.11 had it.
  return name === "list" || name === "map" ? { is: name, of: { is: "any" } } : undefined;
}

function tupleType(items: readonly Expression[]): Type | undefined {
  const types = items.map(typeOf);
  return types.every((type) => type !== undefined) ? { is: "tuple", items: types } : undefined;
}

function objectType(entries: readonly (readonly [Expression, Expression])[]): Type | undefined {
  const attributes = new Map<string, Attribute>();
  for (const [key, value] of entries) {
    const name = nameOf(key);
    const attribute = attributeOf(value);
    if (name === undefined || attribute === undefined || attributes.has(name)) return undefined;
    attributes.set(name, attribute);
  }
  return { is: "object", attributes };
}

/** The name of an attribute, which stands without quotes. */
function nameOf(key: Expression): string | undefined {
  const [only] = key.kind === "template" ? key.parts : [];
  return only !== undefined && "literal" in only && NAME.test(only.literal)
    ? only.literal
    : undefined;
}

/** A type, or `optional(type)` with or without a default. */
function attributeOf(value: Expression): Attribute | undefined {
  if (value.kind !== "call" || value.name !== "optional") {
    const type = typeOf(value);
    return type && { type, isOptional: false };
  }
  const [inner, otherwise, ...others] = value.args;
  const type = inner && typeOf(inner);
  if (type === undefined || others.length > 0) return undefined;
  return otherwise === undefined || isDefault(otherwise, type)
    ? { type, isOptional: true }
    : undefined;
}

function isDefault(expression: Expression, type: Type): boolean {
  const evaluation = new Evaluation();
  return !("refusal" in attempt(() => converted(evaluation.value(expression), type)));
}
