import type { EventPattern, ValueMatcher } from "../aws/eventbridge";
import type { AlertKind } from "./alert-kind";
import { patternOf } from "./catalog";
import { keptOf, type IgnoredEvents } from "./ignored";

/** Which events of its kinds a route is told of. */
export interface AlertScope {
  /** Ids of the accounts that sign-ins are to. @default - all */
  readonly accounts?: readonly string[];
  /** Events that nobody is told of. @default none */
  readonly ignored?: readonly IgnoredEvents[];
}

type Field = EventPattern[string];

function isPattern(field: Field): field is EventPattern {
  return typeof field === "object" && !Array.isArray(field);
}

/** The events that match both patterns, which must speak of different fields. */
function both(pattern: EventPattern, more: EventPattern): EventPattern {
  const { $or: arms, ...fields } = pattern;
  const names = Object.keys(more);
  // A field stands beside its alternatives or in each of them, never in both places.
  if (arms?.some((arm) => names.some((name) => name in arm))) {
    return { ...fields, $or: arms.map((arm) => both(arm, more)) };
  }
  const merged: Record<string, Field> = { ...pattern };
  for (const [name, field] of Object.entries(more)) {
    const present = merged[name];
    if (present === undefined) merged[name] = field;
    else if (isPattern(present) && isPattern(field)) merged[name] = both(present, field);
    else throw new RangeError(`two conditions on ${name}`);
  }
  return merged;
}

/** One of each list, in every combination. */
function combinations(lists: readonly (readonly EventPattern[])[]): readonly EventPattern[] {
  return lists.reduce<readonly EventPattern[]>(
    (made, list) => made.flatMap((pattern) => list.map((each) => both(pattern, each))),
    [{}],
  );
}

/** Account ids that a condition excludes, where it is about accounts alone. */
function excludedAccounts(list: readonly EventPattern[]): readonly string[] | undefined {
  const [only, ...others] = list;
  const matchers = only?.["account"] as readonly ValueMatcher[] | undefined;
  const [matcher] = matchers ?? [];
  if (others.length > 0 || typeof matcher !== "object" || matcher === null) return undefined;
  return "anything-but" in matcher ? (matcher["anything-but"] as readonly string[]) : undefined;
}

/**
 * The pattern of the hub's rule for one kind: its events, of these accounts, less those ignored.
 * @throws RangeError where nothing is left
 */
export function alertPattern(
  kind: AlertKind,
  { accounts, ignored = [] }: AlertScope,
): EventPattern {
  const kept = keptOf(kind.name, ignored);
  const excluded = kept.flatMap((list) => excludedAccounts(list) ?? []);
  const conditions =
    accounts === undefined ? kept : kept.filter((list) => excludedAccounts(list) === undefined);
  const pattern = patternOf([kind]);
  const alternatives = combinations(conditions);
  const narrowed =
    conditions.length === 0
      ? pattern
      : alternatives.length === 1
        ? both(pattern, alternatives[0] ?? {})
        : { $or: alternatives.map((each) => both(pattern, each)) };
  if (accounts === undefined) return narrowed;
  const left = accounts.filter((account) => !excluded.includes(account)).sort();
  if (left.length === 0) throw new RangeError(`no account is left for ${kind.name}`);
  return inAccounts(narrowed, left);
}

function inAccounts(pattern: EventPattern, accounts: readonly string[]): EventPattern {
  const { $or: arms, ...fields } = pattern;
  if (!arms?.some((arm) => "account" in arm)) return { ...pattern, account: [...accounts] };
  return {
    ...fields,
    $or: arms.map((arm) => {
      const named = arm["account"] as readonly { "anything-but"?: readonly string[] }[] | undefined;
      const not = named?.[0]?.["anything-but"] ?? [];
      return { ...arm, account: accounts.filter((account) => !not.includes(account)) };
    }),
  };
}
