import type { ReferenceStep, Splat } from "../hcl";
import { refuse } from "./refusal";
import { formOf, type Type } from "./types";

const any: Type = { is: "any" };

/**
 * The type of what steps lead to.
 * @throws RefusalError where a type has no such step
 */
export function behind(type: Type, steps: readonly ReferenceStep[]): Type {
  let found = type;
  for (const [at, step] of steps.entries()) {
    if (typeof step === "object" && step.kind === "splat") {
      return ofEach(found, step, steps.slice(at + 1));
    }
    if (found.is === "any") return any;
    const word = wordIn(step);
    if (isName(step)) found = stepInto(found, step);
    else if (word !== undefined && formOf(found) === "sequence")
      refuse("a list has places, no names");
    else found = stepInto(found, found.is === "object" ? word : undefined);
  }
  return found;
}

/** A list of what each element has. */
function ofEach(type: Type, { isFull }: Splat, steps: readonly ReferenceStep[]): Type {
  const other = steps.findIndex((step) => typeof step !== "string");
  const end = isFull || other === -1 ? steps.length : other;
  const of = type.is === "list" || type.is === "set" ? type.of : any;
  return behind({ is: "list", of: behind(of, steps.slice(0, end)) }, steps.slice(end));
}

function isName(step: ReferenceStep): step is string {
  return typeof step === "string" && !/^\d+$/u.test(step);
}

/** An index that is a text which is written, and no number. */
function wordIn(step: ReferenceStep): string | undefined {
  if (typeof step === "string" || step.kind !== "template") return undefined;
  const [only, ...others] = step.parts;
  const word = others.length === 0 && only !== undefined && "literal" in only ? only.literal : "";
  return /^[A-Za-z_]+$/u.test(word) && !/^inf/iu.test(word) ? word : undefined;
}

/** @param name - undefined of an index */
function stepInto(type: Type, name?: string): Type {
  switch (type.is) {
    case "list":
      return name === undefined ? type.of : refuse(`a list has no attribute ${name}`);
    case "tuple":
      return name === undefined ? any : refuse(`a tuple has no attribute ${name}`);
    case "map":
      return type.of;
    case "object":
      if (name === undefined) return any;
      return type.attributes.get(name)?.type ?? refuse(`an object of its type has no ${name}`);
    default:
      return refuse(`a ${type.is} has neither attributes nor elements by an index`);
  }
}
