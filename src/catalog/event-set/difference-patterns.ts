import {
  compilePattern,
  DEFAULT_PATTERN_LENGTH,
  InvalidEventPatternError,
  hasFewCombinations,
  limitProblems,
  patternLength,
  type EventPattern,
} from "../../aws/eventbridge";
import { complement, is, isAbsent, isNot, type Condition } from "./condition";
import { differencePattern } from "./difference-pattern";
import { intersect, subtract, type EventBox, type EventSet } from "./event-set";
import { joinedByBlock } from "./text";
import { toPattern } from "./to-pattern";

/** Boxes that are left of a difference, beyond which it is refused. */
const mostBoxes = 100;

/** Accounts that a rule is to name at least, or it is divided by other things. */
const fewestAccounts = 8;

function isAccepted(pattern: EventPattern): boolean {
  return limitProblems(pattern).length === 0 && hasFewCombinations(pattern);
}

/** A pattern that AWS accepts; undefined where there is none. */
function accepted(make: () => EventPattern | undefined): readonly EventPattern[] | undefined {
  try {
    const pattern = make();
    if (pattern === undefined) return [];
    compilePattern(pattern);
    return isAccepted(pattern) ? [pattern] : undefined;
  } catch (error) {
    if (error instanceof InvalidEventPatternError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same events in boxes of which no two have one in common. */
function disjoint(set: EventSet): EventSet {
  return set.reduce<EventSet>((done, box) => [...done, ...subtract([box], done)], []);
}

/** The envelope is of EventBridge's own making: every event has an account. */
function ofAnAccount(set: EventSet, accounts: readonly string[] | undefined): EventSet {
  return intersect(set, [{ account: accounts ? is(...accounts) : isNot() }]);
}

function withoutAnyAccount({ account, ...box }: EventBox): EventBox {
  return account && (!account.negated || account.values.length > 0) ? { account, ...box } : box;
}

/** A box in two, by the longest list of texts that can be divided; undefined where none can. */
function halved(box: EventBox): EventSet | undefined {
  const fields = Object.entries(box)
    .map(([field, condition]) => ({ field, condition, length: condition.values.join().length }))
    .sort((a, b) => b.length - a.length);
  for (const { field, condition } of fields) {
    const halves = halvesOf(condition);
    if (halves) return halves.map((half) => ({ ...box, [field]: half }));
  }
  return undefined;
}

/** All that has to be left out must be left out at once, but addresses of a block apart from others. */
function halvesOf({ negated, values, absent }: Condition): readonly Condition[] | undefined {
  if (!negated) {
    if (absent && values.length > 0) return [is(...values), isAbsent];
    const middle = Math.ceil(values.length / 2);
    if (values.length < 2) return undefined;
    return [is(...values.slice(0, middle)), is(...values.slice(middle))];
  }
  const joined = joinedByBlock(values);
  if (joined === undefined) return undefined;
  const fewer = { ...isNot(...joined.fewer), absent };
  // Nothing else is in the block where what is left out fills it.
  return joined.others.length === 0 ? [fewer] : [fewer, is(...joined.others)];
}

/** A set says of each path once what it asks, so only limits can keep it from being one pattern. */
function isWithinLimits(set: EventSet): boolean {
  return isAccepted(toPattern(set));
}

function refuse(box: EventBox): never {
  const problems = limitProblems(toPattern([box]));
  throw new RangeError(problems.join("; ") || "it takes too many rules");
}

/** Boxes of which each fits into a pattern of its own. @throws RangeError where one cannot */
function fitting(boxes: EventSet): EventSet {
  const open = [...boxes];
  const done: EventBox[] = [];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (isWithinLimits([box])) done.push(box);
    else {
      const halves =
        patternLength(toPattern([box])) > DEFAULT_PATTERN_LENGTH ? halved(box) : undefined;
      open.push(...(halves ?? refuse(box)));
    }
    if (done.length + open.length > mostBoxes) refuse(box);
  }
  return done.reverse();
}

/** Whether a pattern has room for the names of these accounts: without, a thousand of them are tried in vain. */
function haveRoom(accounts: readonly string[]): boolean {
  return JSON.stringify(accounts).length <= DEFAULT_PATTERN_LENGTH;
}

/** The patterns for as many of the accounts as one pattern can name, and for the others. */
function byAccounts(
  from: EventSet,
  taken: EventSet,
  accounts: readonly string[],
): readonly EventPattern[] | undefined {
  for (
    let size = Math.ceil(accounts.length / 2);
    size >= fewestAccounts;
    size = Math.ceil(size / 2)
  ) {
    const some = accounts.slice(0, size);
    const one = haveRoom(some) && accepted(() => differencePattern(from, taken, some));
    if (one) return [...one, ...differencePatterns(from, taken, accounts.slice(size))];
  }
  return undefined;
}

/**
 * Patterns that together match exactly the events of the first set, of these accounts, that are not in
 * the second; no event matches two of them. One pattern where one can express it, none where no event
 * is left.
 * @throws RangeError where EventBridge cannot express it
 */
export function differencePatterns(
  from: EventSet,
  taken: EventSet,
  accounts?: readonly string[],
): readonly EventPattern[] {
  const one = haveRoom(accounts ?? []) && accepted(() => differencePattern(from, taken, accounts));
  if (one) return one;
  const several = accounts && byAccounts(from, taken, accounts);
  if (several) return several;
  try {
    return dividedPatterns(from, taken, accounts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const whole = ofAnAccount(from, accounts);
    const joined = accepted(() => patternOf(outside(whole, taken).map(withoutAnyAccount)));
    if (joined) return joined;
    throw error;
  }
}

function patternOf(set: EventSet): EventPattern | undefined {
  return set.length === 0 ? undefined : toPattern(set);
}

/** What of a box is not in another: boxes that may have events in common, one for each condition. */
function apart(box: EventBox, taken: EventBox): EventSet {
  return Object.entries(taken).flatMap(([field, condition]) =>
    intersect([box], [{ [field]: complement(condition) }]),
  );
}

/**
 * What of a set is in no box of another. Nothing is asked for that a box has, so texts of several forms
 * are left out side by side; but boxes may have events in common, so they are for one pattern.
 */
function outside(from: EventSet, taken: EventSet): EventSet {
  return taken.reduce<EventSet>((left, box) => {
    if (left.length > mostBoxes) throw new RangeError("it takes too many alternatives");
    return left.flatMap((part) => apart(part, box));
  }, from);
}

/** Patterns for boxes that have no event in common. @throws RangeError where EventBridge cannot express them */
function dividedPatterns(
  from: EventSet,
  taken: EventSet,
  accounts: readonly string[] | undefined,
): readonly EventPattern[] {
  const whole = disjoint(ofAnAccount(from, accounts));
  const left = taken.reduce<EventSet>((rest, box) => {
    if (rest.length > mostBoxes) throw new RangeError("it takes too many rules");
    return subtract(rest, [box]);
  }, whole);
  const groups: EventSet[] = [];
  for (const box of fitting(left.map(withoutAnyAccount))) {
    // Boxes that were one are neighbours: older groups are full.
    const at = groups.findIndex(
      (group, i) => i >= groups.length - 3 && isWithinLimits([...group, box]),
    );
    if (at < 0) groups.push([box]);
    else groups[at] = [...(groups[at] ?? []), box];
  }
  return groups.map((group) => toPattern(group));
}
