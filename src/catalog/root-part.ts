import type { EventPattern } from "../aws/eventbridge";
import { intersect, isNot, type Condition, type EventSet } from "./event-set";

const type = "detail.userIdentity.type";

/** What nobody may ignore: root, and whoever the record does not say. */
const rootOrUnknown: Condition = { values: ["Root"], negated: false, absent: true };

/** The same as arms of a `$or`. */
export const byRoot: readonly EventPattern[] = [["Root"], [{ exists: false }]].map((matchers) => ({
  detail: { userIdentity: { type: matchers } },
}));

/** A kind's events by who acts. A pattern has room for one condition on each field. */
export interface DividedByRoot {
  /** Events of which the kind does not ask who acts. */
  readonly anybody: EventSet;
  /** Of the rest, those of somebody other than root. */
  readonly others: EventSet;
  /** Of the rest, those of root and of identities without a type. */
  readonly root: EventSet;
}

/** Takes a kind apart into what may be ignored, what may not, and what is both. */
export function dividedByRoot(events: EventSet): DividedByRoot {
  const asked = events.filter((box) => box[type] !== undefined);
  return {
    anybody: events.filter((box) => box[type] === undefined),
    others: intersect(asked, [{ [type]: isNot("Root") }]),
    root: intersect(asked, [{ [type]: rootOrUnknown }]),
  };
}

/** The events of any of the patterns, with what all say alike said once; undefined for none. */
export function anyOf(patterns: readonly EventPattern[]): EventPattern | undefined {
  const [first, ...rest] = patterns;
  if (first === undefined || rest.length === 0) return first;
  const isShared = (key: string): boolean =>
    key !== "$or" &&
    rest.every((pattern) => JSON.stringify(pattern[key]) === JSON.stringify(first[key]));
  const shared = Object.keys(first).filter(isShared);
  const without = (pattern: EventPattern): EventPattern =>
    Object.fromEntries(Object.entries(pattern).filter(([key]) => !shared.includes(key)));
  return {
    ...Object.fromEntries(shared.map((key) => [key, first[key]])),
    $or: patterns.map(without),
  };
}

/** What a pattern asks of the detail, where it asks of nothing else. */
export function insideDetail({
  detail = {},
  $or: arms,
  ...others
}: EventPattern): EventPattern | undefined {
  if (Object.keys(others).length > 0 || Array.isArray(detail)) return undefined;
  const fields = detail as EventPattern;
  if (arms === undefined) return fields;
  const inner = arms.map(insideDetail).filter((arm) => arm !== undefined);
  return inner.length < arms.length || fields.$or ? undefined : { ...fields, $or: inner };
}
