import { converted } from "./conversion";
import {
  isCollection,
  isMapping,
  isSequence,
  kindOf,
  tuple,
  type Constant,
  type Mapping,
  type Sequence,
} from "./constant";
import { inPlace, refuse } from "./refusal";

/** A step into a value: by a name, by an index, or to what all elements have. */
export type Step = { readonly name: string } | { readonly index: Constant } | SplatStep;

interface SplatStep {
  readonly isSplat: true;
  /** Whether each step behind it is of each element, or none from an index on. */
  readonly isFull: boolean;
}

/**
 * What steps lead to from a value.
 * @throws RefusalError where they lead nowhere
 */
export function stepped(value: Constant, steps: readonly Step[]): Constant {
  let found = value;
  for (const [at, step] of steps.entries()) {
    if ("isSplat" in step) return ofAll(found, step, steps.slice(at + 1));
    if (found === undefined) return undefined;
    found = "name" in step ? byName(found, step.name) : byIndex(found, step.index);
  }
  return found;
}

function byName(value: NonNullable<Constant> | null, name: string): Constant {
  // As Terraform 0.11 wrote an index.
  if (/^\d+$/u.test(name)) return byIndex(value, Number(name));
  if (!isMapping(value)) return refuse(`${kindOf(value)} has no attributes: .${name}`);
  return elementOf(value, name);
}

function elementOf(value: Mapping, name: string): Constant {
  return value.entries.has(name)
    ? value.entries.get(name)
    : refuse(`${kindOf(value)} has no ${name}`);
}

function byIndex(value: NonNullable<Constant> | null, index: Constant): Constant {
  if (value === null || !isCollection(value)) return refuse(`${kindOf(value)} has no elements`);
  if (index === null) return refuse("an index is null");
  if (isMapping(value)) {
    const key = indexAs("string", index);
    return typeof key === "string" ? elementOf(value, key) : undefined;
  }
  if (value.kind === "set")
    return refuse("a set has no elements by an index: tolist makes a list of it");
  const number = indexAs("number", index);
  return typeof number === "number" ? atPlace(value, number) : undefined;
}

function atPlace({ items, kind }: Sequence, place: number): Constant {
  if (Number.isInteger(place) && place >= 0 && place < items.length) return items[place];
  return refuse(`a ${kind} of ${items.length} elements has none at ${place}`);
}

function indexAs(is: "string" | "number", index: Constant): Constant {
  return inPlace("an index", () => converted(index, { is }));
}

/** What all elements have; a value alone is a list of one, null one of none. */
function ofAll(value: Constant, { isFull }: SplatStep, steps: readonly Step[]): Constant {
  if (value === undefined) return undefined;
  const other = steps.findIndex((step) => !("name" in step));
  const end = isFull || other === -1 ? steps.length : other;
  const items = value === null ? [] : isSequence(value) ? value.items : [value];
  const all = tuple(items.map((item) => stepped(item, steps.slice(0, end))));
  return stepped(all, steps.slice(end));
}
