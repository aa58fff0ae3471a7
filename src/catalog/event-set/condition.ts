import { covers, fits, mayOverlap, shared, without, type Text } from "./text";

/**
 * A set of values of one field of an event: these values, or all but these, with or without the
 * events that lack the field. Complement, union and intersection stay within the form, so sets of
 * sign-in events can be computed exactly rather than sampled; what cannot be is refused, such as all
 * that begins with `Console` but does not end with `Login`.
 */
export interface Condition {
  /** Sorted, without repetition. */
  readonly values: readonly Text[];
  /** True: every value but `values`. */
  readonly negated: boolean;
  /** True: events without the field belong to the set. */
  readonly absent: boolean;
}

function condition(values: Iterable<Text>, negated: boolean, absent: boolean): Condition {
  return { values: [...new Set(values)].sort(), negated, absent };
}

/** The field is present and is one of the values. */
export function is(...values: readonly Text[]): Condition {
  return condition(values, false, false);
}

/** The field is present and is none of the values. */
export function isNot(...values: readonly Text[]): Condition {
  return condition(values, true, false);
}

/** The field is absent, or is none of the values. */
export function isNotOrAbsent(...values: readonly Text[]): Condition {
  return condition(values, true, true);
}

/** The field is absent, or is one of the values. */
export function isOrAbsent(...values: readonly Text[]): Condition {
  return condition(values, false, true);
}

/** The field is absent. */
export const isAbsent: Condition = condition([], false, true);

/** The field may be anything, or absent. */
export const anything: Condition = condition([], true, true);

/** Everything that the condition leaves out. */
export function complement({ values, negated, absent }: Condition): Condition {
  return condition(values, !negated, !absent);
}

/**
 * What both conditions hold.
 * @throws RangeError where one asks for a group of texts and the other for part of it
 */
export function intersection(a: Condition, b: Condition): Condition {
  const absent = a.absent && b.absent;
  if (a.negated && b.negated) return condition([...a.values, ...b.values], true, absent);
  if (a.negated) return condition(without(b.values, a.values), false, absent);
  if (b.negated) return intersection(b, a);
  return condition(shared(a.values, b.values), false, absent);
}

/** What either condition holds. */
export function union(a: Condition, b: Condition): Condition {
  return complement(intersection(complement(a), complement(b)));
}

/** True when whatever satisfies the first condition is sure to satisfy the second. */
export function isWithin(a: Condition, b: Condition): boolean {
  if (a.absent && !b.absent) return false;
  const isAmong = (text: Text, values: readonly Text[]): boolean =>
    values.includes(text) || values.some((each) => typeof each !== "string" && covers(each, text));
  if (a.negated) return b.negated && b.values.every((text) => isAmong(text, a.values));
  if (!b.negated) return a.values.every((text) => isAmong(text, b.values));
  return !a.values.some(
    (one) => b.values.includes(one) || b.values.some((other) => mayOverlap(one, other)),
  );
}

/** True when no value and no absence satisfies the condition. */
export function isEmpty({ values, negated, absent }: Condition): boolean {
  return !negated && !absent && values.length === 0;
}

/** True when the condition asks for nothing. */
export function isAnything({ values, negated, absent }: Condition): boolean {
  return negated && absent && values.length === 0;
}

/** True when the value, `undefined` for an absent field, satisfies the condition. */
export function holds({ values, negated, absent }: Condition, value: unknown): boolean {
  if (value === undefined) return absent;
  const isNamed = values.some((text) => text === value || fits(text, value));
  return isNamed !== negated;
}

/** True when both hold the same values. */
export function sameCondition(a: Condition, b: Condition): boolean {
  return (
    a.negated === b.negated &&
    a.absent === b.absent &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => value === b.values[i])
  );
}
