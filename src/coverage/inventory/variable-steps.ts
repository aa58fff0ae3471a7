import { textIn, type Json } from "../../json/value";
import { refuse, type Step, type Type } from "./constants";
import { typeConstraint } from "./type-constraint";

/**
 * Refuses steps into a variable that its type has not, whatever its value is.
 * @throws RefusalError
 */
export function refuseStepsInto(variable: Json, steps: readonly Step[]): void {
  if (steps.length > 0) refuseSteps(variableType(variable), steps);
}

/** The type of a variable; any where it has none, or one that is refused. */
export function variableType({ type }: Json): Type {
  return typeConstraint(textIn(type) ?? "any") ?? { is: "any" };
}

function refuseSteps(type: Type, [step, ...others]: readonly Step[]): void {
  if (step === undefined || "isSplat" in step) return;
  const next = typeBehind(type, step);
  if (next === undefined) return;
  refuseSteps(next, others);
}

/** The type of what a step leads to; undefined where that is not known. */
function typeBehind(type: Type, step: Exclude<Step, { readonly isSplat: true }>): Type | undefined {
  const name = "name" in step ? step.name : undefined;
  const key = name ?? ("index" in step ? step.index : undefined);
  const isPlace = name === undefined || /^\d+$/u.test(name);
  switch (type.is) {
    case "any":
      return undefined;
    case "string":
    case "number":
    case "bool":
      return refuse(`a variable of the type ${type.is} has neither attributes nor elements`);
    case "set":
      return refuse("a set has neither attributes nor elements by an index");
    case "list":
      return isPlace ? type.of : refuse(`a list has no attribute ${name}`);
    case "tuple":
      return isPlace ? undefined : refuse(`a tuple has no attribute ${name}`);
    case "map":
      return type.of;
    case "object":
      if (typeof key !== "string") return undefined;
      return type.attributes.get(key)?.type ?? refuse(`the type of the variable has no ${key}`);
  }
}
