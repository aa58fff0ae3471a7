import { isPattern, type EventPattern } from "../../aws/eventbridge/event-pattern";

type Field = EventPattern[string];

/** What a pattern asks of the detail, where it asks of nothing else. */
export function insideDetail(pattern: EventPattern): EventPattern | undefined {
  const { detail = {}, $or: arms, ...others } = pattern;
  if (Object.keys(others).length > 0 || !isPattern(detail)) return undefined;
  if (arms === undefined) return detail;
  const inner = arms.map(insideDetail).filter((arm) => arm !== undefined);
  return inner.length < arms.length || detail.$or ? undefined : { ...detail, $or: inner };
}

/**
 * The events that match both patterns. Fields stay where they are, beside alternatives of others:
 * EventBridge takes a pattern apart into its paths.
 * @throws RangeError where both have a condition on one field
 */
export function conjunction(pattern: EventPattern, more: EventPattern): EventPattern {
  const { $or: arms, ...fields } = pattern;
  if (arms && more.$or) {
    const detail = insideDetail(more);
    // Beside the alternatives it is said once, in each of them as often as there are.
    if (detail) return conjunction(pattern, { detail });
    return { ...fields, $or: arms.map((arm) => conjunction(arm, more)) };
  }
  const merged: Record<string, Field> = { ...pattern };
  for (const [name, field] of Object.entries(more)) {
    const present = merged[name];
    if (present === undefined) merged[name] = field;
    else if (isPattern(present) && isPattern(field)) merged[name] = conjunction(present, field);
    else throw new RangeError(`two conditions on ${name}`);
  }
  return merged;
}

/** One of each list must match: alternatives within alternatives. */
export function oneOfEach(lists: readonly (readonly EventPattern[])[]): EventPattern {
  const [first, ...others] = lists;
  if (first === undefined) return {};
  const rest = oneOfEach(others);
  const [only, ...more] = first;
  return only && more.length === 0
    ? conjunction(only, rest)
    : { $or: first.map((each) => conjunction(each, rest)) };
}

/** The events of any of the patterns, with what all say alike said once; undefined for none. */
export function anyOf(patterns: readonly EventPattern[]): EventPattern | undefined {
  const [first, ...rest] = patterns;
  if (first === undefined || rest.length === 0) return first;
  const shared = Object.keys(first).filter(
    (key) =>
      key !== "$or" &&
      rest.every((pattern) => JSON.stringify(pattern[key]) === JSON.stringify(first[key])),
  );
  const without = (pattern: EventPattern): EventPattern =>
    Object.fromEntries(Object.entries(pattern).filter(([key]) => !shared.includes(key)));
  return {
    ...Object.fromEntries(shared.map((key) => [key, first[key]])),
    $or: patterns.map(without),
  };
}
