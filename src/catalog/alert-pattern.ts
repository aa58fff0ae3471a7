import {
  compilePattern,
  InvalidEventPatternError,
  isPattern,
  type EventPattern,
  type ValueMatcher,
} from "../aws/eventbridge";
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

/**
 * The events that match both patterns. Fields stay where they are, beside alternatives of others:
 * EventBridge takes a pattern apart into its paths.
 */
function both(pattern: EventPattern, more: EventPattern): EventPattern {
  const { $or: arms, ...fields } = pattern;
  if (arms && more.$or) return { ...fields, $or: arms.map((arm) => both(arm, more)) };
  const merged: Record<string, Field> = { ...pattern };
  for (const [name, field] of Object.entries(more)) {
    const present = merged[name];
    if (present === undefined) merged[name] = field;
    else if (isPattern(present) && isPattern(field)) merged[name] = both(present, field);
    else throw new RangeError(`two conditions on ${name}`);
  }
  return merged;
}

/** One of each list must match: alternatives within alternatives. */
function oneOfEach(lists: readonly (readonly EventPattern[])[]): EventPattern {
  const [first, ...others] = lists;
  if (first === undefined) return {};
  const rest = oneOfEach(others);
  const [only, ...more] = first;
  return only && more.length === 0
    ? both(only, rest)
    : { $or: first.map((each) => both(each, rest)) };
}

/** EventBridge takes each path once, beside alternatives or in them. */
function checkPaths(pattern: EventPattern): void {
  try {
    compilePattern(pattern);
  } catch (error) {
    if (!(error instanceof InvalidEventPatternError)) throw error;
    throw new RangeError("entries of ignore that say several things speak of the same field");
  }
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
 * @throws RangeError where nothing is left, or where entries could not be told in one pattern
 */
export function alertPattern(
  kind: AlertKind,
  { accounts, ignored = [] }: AlertScope,
): EventPattern {
  const kept = keptOf(kind.name, ignored);
  const excluded = kept.flatMap((list) => excludedAccounts(list) ?? []);
  const conditions =
    accounts === undefined ? kept : kept.filter((list) => excludedAccounts(list) === undefined);
  const narrowed = both(patternOf([kind]), oneOfEach(conditions));
  if (conditions.length > 0) checkPaths(narrowed);
  if (accounts === undefined) return narrowed;
  const left = accounts.filter((account) => !excluded.includes(account)).sort();
  if (left.length === 0) throw new RangeError(`no account is left for ${kind.name}`);
  const found = inAccounts(narrowed, left);
  if (found === undefined) throw new RangeError(`no account is left for ${kind.name}`);
  return found;
}

/** A pattern whose accounts are these, less those that it excludes; undefined where none is left. */
function inAccounts(pattern: EventPattern, accounts: readonly string[]): EventPattern | undefined {
  if (!JSON.stringify(pattern).includes('"account":')) {
    return { ...pattern, account: [...accounts] };
  }
  const excluded = excludedAccounts([pattern]);
  if (excluded !== undefined) {
    const left = accounts.filter((account) => !excluded.includes(account));
    return left.length === 0 ? undefined : { ...pattern, account: left };
  }
  const { $or: arms = [], ...fields } = pattern;
  const left = arms
    .map((arm) => inAccounts(arm, accounts))
    .filter((arm): arm is EventPattern => arm !== undefined);
  return left.length === 0 ? undefined : { ...fields, $or: left };
}
