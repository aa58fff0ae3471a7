import fc from "fast-check";
import type { JsonObject } from "../../../src/aws/eventbridge";
import { is, isNot, isNotOrAbsent, type EventBox } from "../../../src/catalog/event-set";

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
      return condition.values.includes(value) !== condition.negated;
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
const fields = ["source", "detail.eventName", "detail.user.type", "detail.user.name"];

/** Every event there is: two values that sets name, one that they do not, or none. */
export const universe = product(
  Object.fromEntries(fields.map((field) => [field, ["a", "b", "other", undefined]])),
);

const named = fc.subarray(["a", "b"], { minLength: 1 }).map((values) => is(...values));
const notNamed = fc.subarray(["a", "b"]).map((values) => isNot(...values));
const notNamedOrAbsent = fc
  .subarray(["a", "b"], { minLength: 1 })
  .map((values) => isNotOrAbsent(...values));
const present = fc.oneof(named, notNamed);
const condition = fc.oneof(named, notNamed, notNamedOrAbsent);

/** Sets of up to three boxes. */
export const eventSet = fc.array(
  fc.dictionary(fc.constantFrom(...fields), condition, { minKeys: 1, noNullPrototype: true }),
  { maxLength: 3 },
);

/** Sets as kinds of alert have them: every event that AWS sends has a source and a name. */
export const recordedEventSet: fc.Arbitrary<readonly EventBox[]> = fc.array(
  fc.record(
    {
      source: present,
      "detail.eventName": present,
      "detail.user.type": condition,
      "detail.user.name": condition,
    },
    { requiredKeys: ["source", "detail.eventName"], noNullPrototype: true },
  ),
  { maxLength: 3 },
);
