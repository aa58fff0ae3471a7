import { memberAt } from "../../json/path";
import type { JsonObject } from "../../json/value";
import {
  anything,
  complement,
  holds,
  intersection,
  isAnything,
  isEmpty,
  isWithin,
  sameCondition,
  union as unionOfConditions,
  type Condition,
} from "./condition";

/** Events for which every named field (dotted path into the event) meets its condition. */
export type EventBox = Readonly<Record<string, Condition>>;

/** The events that lie in at least one of the boxes. */
export type EventSet = readonly EventBox[];

function fieldsOf(...boxes: readonly EventBox[]): readonly string[] {
  return [...new Set(boxes.flatMap((box) => Object.keys(box)))].sort();
}

function at(box: EventBox, field: string): Condition {
  return box[field] ?? anything;
}

/** Whether an event lies in both boxes. */
function meet(a: EventBox, b: EventBox): boolean {
  return Object.entries(b).every(([field, condition]) => {
    const other = a[field];
    return !isEmpty(other === undefined ? condition : intersection(other, condition));
  });
}

/** The events that lie in both boxes, or undefined when there is none. */
function intersectBoxes(a: EventBox, b: EventBox): EventBox | undefined {
  if (!meet(a, b)) return undefined;
  const both: Record<string, Condition> = { ...a };
  for (const [field, condition] of Object.entries(b)) {
    both[field] = intersection(at(a, field), condition);
  }
  // In one order, whichever is first: patterns are written in the order of their fields.
  return Object.fromEntries(fieldsOf(both).map((field) => [field, at(both, field)]));
}

function subtractBox(from: EventBox, taken: EventBox): EventSet {
  const left: EventBox[] = [];
  let inside = from;
  // In the order in which the box asks: the first fields divide, the last are left out.
  for (const field of Object.keys(taken)) {
    const outside = intersectBoxes(inside, { [field]: complement(at(taken, field)) });
    if (outside) left.push(outside);
    const narrowed = intersectBoxes(inside, { [field]: at(taken, field) });
    if (!narrowed) return left;
    inside = narrowed;
  }
  return left;
}

/** The events of the first set that are not in the second. */
export function subtract(from: EventSet, taken: EventSet): EventSet {
  return simplify(
    taken.reduce<EventSet>((left, box) => left.flatMap((part) => subtractBox(part, box)), from),
  );
}

/** The events that are in both sets. */
export function intersect(a: EventSet, b: EventSet): EventSet {
  return a.flatMap((left) =>
    b.map((right) => intersectBoxes(left, right)).filter((box) => box !== undefined),
  );
}

/** The events that are in any of the sets. */
export function unite(...sets: readonly EventSet[]): EventSet {
  return simplify(sets.flat());
}

/** Whether an event is in the set; its fields hold texts, not lists of them. */
export function contains(set: EventSet, event: JsonObject): boolean {
  return set.some((box) =>
    Object.entries(box).every(([field, condition]) =>
      holds(condition, memberAt(event, field.split("."))),
    ),
  );
}

function isWithinBox(a: EventBox, b: EventBox): boolean {
  return Object.entries(b).every(([field, condition]) => isWithin(at(a, field), condition));
}

/** What either condition holds; undefined where that cannot be said in one. */
function joined(a: Condition, b: Condition): Condition | undefined {
  try {
    return unionOfConditions(a, b);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (isWithin(a, b)) return b;
    return isWithin(b, a) ? a : undefined;
  }
}

/** One box for two whose union is a box: they differ in one field, or one holds the other. */
function merge(a: EventBox, b: EventBox): EventBox | undefined {
  const differs = (field: string): boolean => !sameCondition(at(a, field), at(b, field));
  const different = Object.keys(a).filter(differs);
  different.push(...Object.keys(b).filter((field) => !(field in a) && differs(field)));
  const [field] = different;
  if (field === undefined) return a;
  if (different.length === 1) {
    const both = joined(at(a, field), at(b, field));
    return both && { ...a, [field]: both };
  }
  if (isWithinBox(a, b)) return b;
  return isWithinBox(b, a) ? a : undefined;
}

function withoutEmptyDemands(box: EventBox): EventBox {
  return Object.fromEntries(
    fieldsOf(box)
      .map((field) => [field, at(box, field)] as const)
      .filter(([, condition]) => !isAnything(condition)),
  );
}

/** The same events in fewer boxes where neighbouring boxes can be merged. */
export function simplify(set: EventSet): EventSet {
  const boxes = set.filter((box) => !Object.values(box).some(isEmpty)).map(withoutEmptyDemands);
  // The first pair is merged, and all begins again; a pair that did not merge never will.
  const apart = new Map<EventBox, Set<EventBox>>(boxes.map((box) => [box, new Set()]));
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a === undefined || b === undefined || apart.get(a)?.has(b)) continue;
      const merged = merge(a, b);
      if (merged === undefined) {
        apart.get(a)?.add(b);
        continue;
      }
      const one = withoutEmptyDemands(merged);
      boxes.splice(j, 1);
      boxes.splice(i, 1);
      boxes.push(one);
      apart.set(one, new Set());
      i = -1;
      break;
    }
  }
  return boxes;
}

/** Whether every event of the box is in the set. */
function isHeld(box: EventBox, [first, ...rest]: EventSet): boolean {
  if (first === undefined) return false;
  const left = subtractBox(box, first);
  return left.every((part) => isHeld(part, rest));
}

/** The same events in boxes that ask for no more than they must: what others hold, a box may hold too. */
export function widest(set: EventSet): EventSet {
  return set.reduce<EventSet>((boxes, box) => {
    const wide = Object.keys(box).reduce<EventBox>((one, field) => {
      const without = Object.fromEntries(Object.entries(one).filter(([name]) => name !== field));
      const near = boxes.filter((other) => meet(without, other));
      return isHeld(without, near) ? without : one;
    }, box);
    const others = boxes.filter((each) => each !== box);
    // Nothing new, so nothing to merge.
    if (wide === box && others.length < boxes.length) return [...others, box];
    return simplify([...others.filter((each) => !isWithinBox(each, wide)), wide]);
  }, simplify(set));
}
