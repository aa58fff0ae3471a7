import {
  compilePattern,
  InvalidEventPatternError,
  isPattern,
  type EventPattern,
  type ValueMatcher,
} from "../aws/eventbridge";
import type { AlertKind } from "./alert-kind";
import { patternOf } from "./catalog";
import { toPattern } from "./event-set";
import { keptOf, type IgnoredEvents } from "./ignored";
import { anyOf, byRoot, dividedByRoot, insideDetail } from "./root-part";

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
  if (arms && more.$or) {
    const detail = insideDetail(more);
    // Beside the alternatives it is said once, in each of them as often as there are.
    if (detail) return both(pattern, { detail });
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

/** Which accounts a rule is about; undefined where it is about all. */
interface Accounts {
  /** Those whose events are told unless something else excludes them. */
  readonly left: readonly string[];
  /** Those of which only events by root are told. */
  readonly rootOnly: readonly string[];
}

/** What is kept, by root or an unknown identity too; undefined where nothing is. */
function keptOrByRoot(
  conditions: readonly (readonly EventPattern[])[],
  accounts: Accounts | undefined,
): EventPattern | undefined {
  const [only = [], ...others] = conditions;
  const kept = others.length === 0 ? only : [oneOfEach(conditions)];
  const anyAccount = kept.length === 0 ? {} : { $or: [...byRoot, ...kept] };
  if (!accounts) return anyAccount;
  const { left, rootOnly } = accounts;
  const ofLeft = inAccounts(anyAccount, left);
  return anyOf([
    ...(ofLeft ? [ofLeft] : []),
    ...(rootOnly.length === 0 ? [] : byRoot.map((arm) => ({ account: rootOnly, ...arm }))),
  ]);
}

/** The events of a kind that are kept: a condition on who acts takes the place that root's would. */
function keptPattern(
  kind: AlertKind,
  conditions: readonly (readonly EventPattern[])[],
  accounts: Accounts | undefined,
): EventPattern | undefined {
  const { anybody, others, root } = dividedByRoot(kind.events);
  const all = accounts && [...accounts.left, ...accounts.rootOnly].sort();
  const kept = oneOfEach(conditions);
  const keptHere = accounts ? inAccounts(kept, accounts.left) : kept;
  const orByRoot = keptOrByRoot(conditions, accounts);
  const told = [
    ...(anybody.length > 0 && orByRoot ? [both(toPattern(anybody), orByRoot)] : []),
    ...(others.length > 0 && keptHere ? [both(toPattern(others), keptHere)] : []),
    ...(root.length > 0 ? [{ ...toPattern(root), ...(all && { account: all }) }] : []),
  ];
  return anyOf(told);
}

/**
 * The pattern of the hub's rule for one kind: its events, of these accounts, less those ignored.
 * Events by root, or by an identity of no type, are never ignored.
 * @throws RangeError where nothing is left, or where entries could not be told in one pattern
 */
export function alertPattern(
  kind: AlertKind,
  { accounts, ignored = [] }: AlertScope,
): EventPattern {
  const kept = keptOf(kind.name, ignored);
  const own = patternOf([kind]);
  if (kept.length === 0 && accounts === undefined) return own;
  const excluded = new Set(kept.flatMap((list) => excludedAccounts(list) ?? []));
  const conditions =
    accounts === undefined ? kept : kept.filter((list) => excludedAccounts(list) === undefined);
  const places = accounts && {
    left: accounts.filter((account) => !excluded.has(account)).sort(),
    rootOnly: accounts.filter((account) => excluded.has(account)).sort(),
  };
  const found =
    places?.rootOnly.length === 0
      ? inAccounts(
          conditions.length === 0 ? own : (keptPattern(kind, conditions, undefined) ?? own),
          places.left,
        )
      : keptPattern(kind, conditions, places);
  if (found === undefined) throw new RangeError(`no account is left for ${kind.name}`);
  checkPaths(found);
  return found;
}

/** A pattern whose accounts are these, less those that it excludes; undefined where none is left. */
function inAccounts(pattern: EventPattern, accounts: readonly string[]): EventPattern | undefined {
  if (accounts.length === 0) return undefined;
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
