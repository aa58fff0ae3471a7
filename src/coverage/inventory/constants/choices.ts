import {
  areOfNoCommonType,
  hasSameKeys,
  isCollection,
  isMapping,
  isSequence,
  isWhole,
  kindOf,
  type Constant,
} from "./constant";
import { converted } from "./conversion";
import { attempt, inPlace, refuse } from "./refusal";

/**
 * Whether a condition holds; undefined where that is not known.
 * @throws RefusalError for what is no condition
 */
export function asCondition(value: Constant): boolean | undefined {
  if (value === null) return refuse("a condition is null");
  const truth = inPlace("a condition", () => converted(value, { is: "bool" }));
  return typeof truth === "boolean" ? truth : undefined;
}

/**
 * One of two values; what is wrong with the other one does not matter.
 * @throws RefusalError where the one that is taken has no value, or both no type in common
 */
export function chosen(
  condition: Constant,
  then: () => Constant,
  otherwise: () => Constant,
): Constant {
  const truth = asCondition(condition);
  const [one, other] = [attempt(then), attempt(otherwise)];
  if (!("refusal" in one) && !("refusal" in other) && areOfNoCommonType(one.value, other.value)) {
    const kinds = `${kindOf(one.value)} and ${kindOf(other.value)}`;
    return refuse(`a condition chooses between ${kinds}, which have no type in common`);
  }
  if (truth === undefined) return undefined;
  const [taken, left] = truth ? [one, other] : [other, one];
  if ("refusal" in taken) return refuse(taken.refusal);
  return asOneType(taken.value, "refusal" in left ? undefined : left.value);
}

/**
 * The first argument that has a value, or whether one has.
 * @throws RefusalError where `try` finds none
 */
export function tried(name: "try" | "can", args: readonly (() => Constant)[]): Constant {
  for (const arg of args) {
    const found = attempt(arg);
    if ("refusal" in found) continue;
    if (!isWhole(found.value)) return undefined;
    return name === "can" ? true : found.value;
  }
  return name === "can" ? false : refuse("try(): none of its arguments has a value");
}

/** A value as the type that another one has, too; a collection whose elements may change is not known. */
function asOneType(taken: Constant, other: Constant): Constant {
  if (taken === null || other === null || typeof taken === "string") return taken;
  if (!isCollection(taken)) {
    if (typeof other === "string") return converted(taken, { is: "string" });
    return typeof taken === typeof other ? taken : undefined;
  }
  if (!isCollection(other)) return undefined;
  if (isMapping(taken)) {
    if (!isMapping(other) || !hasSameKeys(taken, other)) return undefined;
    const entries = [...taken.entries].map(
      ([name, item]) => [name, asOneType(item, other.entries.get(name))] as const,
    );
    return { kind: taken.kind, entries: new Map(entries) };
  }
  if (!isSequence(other) || taken.kind === "set" || other.kind === "set") return undefined;
  return { kind: "list", items: taken.items.map(() => undefined) };
}
