import { listIn, objectIn, type Json } from "../../json/value";
import { shown } from "./block-arguments";
import { isCollection, isMapping, kindOf, type Constant } from "./constants";
import { mayBeTemplate } from "./hcl";
import type { StackConstants } from "./stack-constants";
import type { StackTypes } from "./stack-types";

/**
 * Numbers and collections of instances that are none, by the address of their resource.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function repetitionProblems(
  document: Json,
  constants: StackConstants,
  types: StackTypes,
): readonly (readonly [address: string, problem: string])[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).flatMap(([name, bodies]) => {
      const { count, for_each: each } = objectIn(listIn(bodies)[0]);
      return [
        ...(count === undefined ? [] : countProblems(constants, types, count)),
        ...(each === undefined ? [] : collectionProblems(constants, types, each)),
        ...(count === undefined || each === undefined ? [] : ["it has both count and for_each"]),
      ].map((problem) => [`${type}.${name}`, problem] as const);
    }),
  );
}

function countProblems(
  constants: StackConstants,
  types: StackTypes,
  written: unknown,
): readonly string[] {
  const outcome = constants.outcome(written);
  if ("refusal" in outcome) return [`count: ${outcome.refusal}`];
  const { value } = outcome;
  if (isTooLarge(written)) return [`count must be less than 2^63, not ${shown(written)}`];
  if (value === undefined && isComputed(written)) {
    const problem = types.problem(written);
    if (problem !== undefined) return [`count: ${problem}`];
    const { is } = types.type(written);
    return ["any", "number", "string"].includes(is) ? [] : [`count must be a number, not a ${is}`];
  }
  return value === undefined || isCount(value)
    ? []
    : [
        `count must be a whole number from 0, not ${isComputed(written) ? kindOrNumber(value) : shown(written)}`,
      ];
}

/** Whether a number that is written is more than there may be of anything. */
function isTooLarge(written: unknown): boolean {
  const number =
    typeof written === "string"
      ? (/^\s*\$\{([^}]*)\}\s*$/u.exec(written)?.[1] ?? written)
      : written;
  return ["string", "number"].includes(typeof number) && Number(number) >= 2 ** 63;
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
  constants: StackConstants,
  types: StackTypes,
  written: unknown,
): readonly string[] {
  const outcome = constants.outcome(written);
  if ("refusal" in outcome) return [`for_each: ${outcome.refusal}`];
  const { value } = outcome;
  if (value === undefined) {
    if (!isComputed(written)) return [];
    const problem = types.problem(written);
    if (problem !== undefined) return [`for_each: ${problem}`];
    const { is } = types.type(written);
    return ["any", "map", "object", "set"].includes(is)
      ? []
      : [`for_each must be a map or a set, not of the type ${is}; toset makes one of a list`];
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

function isComputed(json: unknown): json is string {
  return typeof json === "string" && mayBeTemplate(json);
}
