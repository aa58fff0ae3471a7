import fc from "fast-check";
import type { JsonObject } from "../../../src/aws/eventbridge";
import {
  beginningWith,
  endingWith,
  is,
  isNot,
  isNotOrAbsent,
  like,
  type Condition,
  type EventBox,
  type Text,
} from "../../../src/catalog/event-set";

/** A value of each form of text that the sets below name. */
const exampleOf = {
  prefix: "begin*-1",
  wildcard: "behind",
  suffix: "the-end",
  literal: "none",
} as const;

/** The value of each field of an event by its dotted path; undefined where the field is absent. */
export type FieldValues = Readonly<Record<string, string | undefined>>;

/** An event of these values. */
export function eventOf(values: FieldValues): JsonObject {
  const event = {};
  for (const [path, value] of Object.entries(values)) {
    if (value !== undefined) put(event, path.split("."), value);
  }
  return event;
}

function put(into: Record<string, unknown>, [key, ...rest]: readonly string[], value: string) {
  if (key === undefined) return;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner: Record<string, unknown> = {};
  const child = (into[key] ??= inner) as Record<string, unknown>;
  put(child, rest, value);
}

/** Whether an event of these values lies in one of the boxes, straight from the definition. */
export function contains(set: readonly EventBox[], values: FieldValues): boolean {
  return set.some((box) =>
    Object.entries(box).every(([field, condition]) => {
      const value = values[field];
      if (value === undefined) return condition.absent;
      return condition.values.some((text) => examples.get(text) === value) !== condition.negated;
    }),
  );
}

/** Every choice of one value per field. */
function product(
  choices: Readonly<Record<string, readonly (string | undefined)[]>>,
): readonly FieldValues[] {
  return Object.entries(choices).reduce<readonly FieldValues[]>(
    (chosen, [field, values]) =>
      chosen.flatMap((each) => values.map((value) => ({ ...each, [field]: value }))),
    [{}],
  );
}

// Siblings and nesting, as conditions on neighbours share an object of the pattern.
const texts: Readonly<Record<string, readonly Text[]>> = {
  source: ["a", "b"],
  "detail.eventName": ["a", beginningWith("begin*-", "start-")],
  "detail.user.type": ["a*", like("be*d", "in*n")],
  "detail.user.name": ["a", endingWith("-end", "-finish")],
};

/** The one value of the universe that is a text, or of a group of them. */
const examples = new Map<Text, string>(
  Object.values(texts).flatMap(([one = "", other = ""]) => [
    [one, typeof one === "string" ? one : ""],
    [other, typeof other === "string" ? other : exampleOf[other.form]],
  ]),
);

/** Every event there is: two values that sets name, one that they do not, or none. */
export const universe = product(
  Object.fromEntries(
    Object.entries(texts).map(([field, named]) => [
      field,
      [...named.map((text) => examples.get(text)), "other", undefined],
    ]),
  ),
);

function presentIn(field: string): fc.Arbitrary<Condition> {
  const named = texts[field] ?? [];
  return fc.oneof(
    fc.subarray([...named], { minLength: 1 }).map((values) => is(...values)),
    fc.subarray([...named]).map((values) => isNot(...values)),
  );
}

function conditionIn(field: string): fc.Arbitrary<Condition> {
  const named = texts[field] ?? [];
  return fc.oneof(
    { weight: 2, arbitrary: presentIn(field) },
    {
      weight: 1,
      arbitrary: fc
        .subarray([...named], { minLength: 1 })
        .map((values) => isNotOrAbsent(...values)),
    },
  );
}

/** Sets of up to three boxes. */
export const eventSet: fc.Arbitrary<readonly EventBox[]> = fc.array(
  fc
    .uniqueArray(
      fc
        .constantFrom(...Object.keys(texts))
        .chain((field) => fc.tuple(fc.constant(field), conditionIn(field))),
      { selector: ([field]) => field, minLength: 1, maxLength: 4 },
    )
    .map((conditions) => Object.fromEntries(conditions)),
  { maxLength: 3 },
);

/** Sets as kinds of alert have them: every event that AWS sends has a source and a name. */
export const recordedEventSet: fc.Arbitrary<readonly EventBox[]> = fc.array(
  fc.record(
    {
      source: presentIn("source"),
      "detail.eventName": presentIn("detail.eventName"),
      "detail.user.type": conditionIn("detail.user.type"),
      "detail.user.name": conditionIn("detail.user.name"),
    },
    { requiredKeys: ["source", "detail.eventName"], noNullPrototype: true },
  ),
  { maxLength: 3 },
);
