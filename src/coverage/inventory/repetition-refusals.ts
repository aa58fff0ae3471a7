import { listIn, objectIn, ownValue, type Json } from "../../json/value";
import { shown } from "./block-arguments";
import { isCollection, isMapping, kindOf, type Constant, type Type } from "./constants";
import { analyzedTemplate, mayBeTemplate } from "./hcl";
import type { StackConstants } from "./stack-constants";
import { variableType } from "./variable-steps";

/**
 * Numbers and collections of instances that are none, by the address of their resource.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function repetitionProblems(
  document: Json,
  constants: StackConstants,
): readonly (readonly [address: string, problem: string])[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).flatMap(([name, bodies]) => {
      const { count, for_each: each } = objectIn(listIn(bodies)[0]);
      return [
        ...(count === undefined ? [] : countProblems(constants, count)),
        ...(each === undefined ? [] : collectionProblems(document, constants, each)),
        ...(count === undefined || each === undefined ? [] : ["it has both count and for_each"]),
      ].map((problem) => [`${type}.${name}`, problem] as const);
    }),
  );
}

function countProblems(constants: StackConstants, written: unknown): readonly string[] {
  const outcome = constants.outcome(written);
  if ("refusal" in outcome) return [`count: ${outcome.refusal}`];
  const { value } = outcome;
  return value === undefined || isCount(value)
    ? []
    : [
        `count must be a whole number from 0, not ${isComputed(written) ? kindOrNumber(value) : shown(written)}`,
      ];
}

function isCount(value: Constant): boolean {
  const isText = typeof value === "string" && /^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/u.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0;
}

function kindOrNumber(value: Constant): string {
  return typeof value === "number" ? String(value) : kindOf(value);
}

function collectionProblems(
  document: Json,
  constants: StackConstants,
  written: unknown,
): readonly string[] {
  const outcome = constants.outcome(written);
  if ("refusal" in outcome) return [`for_each: ${outcome.refusal}`];
  const { value } = outcome;
  if (value === undefined) {
    const type = typeByForm(document, written);
    return type === undefined || ["any", "map", "object", "set"].includes(type)
      ? []
      : [`for_each must be a map or a set, not of the type ${type}; toset makes one of a list`];
  }
  if (isMapping(value)) return [];
  if (!isCollection(value) || value.kind !== "set") {
    return [`for_each must be a map or a set, not ${kindOf(value)}; toset makes one of a list`];
  }
  const other = value.items.find((item) => item !== undefined && typeof item !== "string");
  return other === undefined
    ? []
    : [`for_each must be a set of texts, and has ${kindOf(other)} in it`];
}

/** The type of a text that is one expression, by its form or that of its variable; undefined of another one. */
function typeByForm(document: Json, written: unknown): Type["is"] | undefined {
  const [only, ...others] = isComputed(written) ? (analyzedTemplate(written) ?? []) : [];
  if (only === undefined || !("expression" in only) || others.length > 0) return undefined;
  const { expression } = only;
  const isList =
    expression.kind === "list" ||
    (expression.kind === "for" && !("key" in expression)) ||
    (expression.kind === "call" && expression.name === "tolist");
  if (isList) return "list";
  if (expression.kind !== "reference" || expression.root !== "var") return undefined;
  const [name, ...steps] = expression.steps;
  return typeof name === "string" && steps.length === 0
    ? variableType(objectIn(ownValue(objectIn(document["variable"]), name))).is
    : undefined;
}

function isComputed(json: unknown): json is string {
  return typeof json === "string" && mayBeTemplate(json);
}
