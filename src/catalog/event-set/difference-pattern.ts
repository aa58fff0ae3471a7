import type { EventPattern } from "../../aws/eventbridge/event-pattern";
import { anyOf, conjunction, oneOfEach } from "./combine-patterns";
import { complement, holds, sameCondition, type Condition } from "./condition";
import { intersect, type EventBox, type EventSet } from "./event-set";
import { mayOverlap } from "./text";
import { conditionPatterns, toPattern } from "./to-pattern";

/** Alternatives that EventBridge accepts in a pattern at most. */
const mostAlternatives = 1000;

/** Something of which one part is taken away, and what is still asked there. */
interface Part<Whole> {
  readonly whole: readonly Whole[];
  readonly taken: EventSet;
}

function grouped<Whole>(parts: readonly Part<Whole>[]): readonly Part<Whole>[] {
  const groups = new Map<string, Part<Whole>>();
  for (const { whole, taken } of parts) {
    const key = JSON.stringify(taken);
    groups.set(key, { whole: [...(groups.get(key)?.whole ?? []), ...whole], taken });
  }
  // Where a box asks for nothing any more, all is taken.
  return [...groups.values()].filter(({ taken }) => !taken.some((box) => asksNothing(box)));
}

function asksNothing(box: EventBox): boolean {
  return Object.keys(box).length === 0;
}

function without(box: EventBox, fields: readonly string[]): EventBox {
  return Object.fromEntries(Object.entries(box).filter(([field]) => !fields.includes(field)));
}

/** Whether a box may have an event of another. */
function mayMeet(box: EventBox, other: EventBox): boolean {
  try {
    return intersect([box], [other]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** Takes a box apart until each part is inside or outside of all that both ask about. */
function divided(box: EventBox, all: EventSet): readonly Part<EventBox>[] {
  const taken = all.filter((each) => mayMeet(box, each));
  const field = taken.flatMap(Object.keys).find((each) => box[each] !== undefined);
  const asked = field === undefined ? undefined : taken.find((each) => each[field])?.[field];
  if (field === undefined || asked === undefined) return [{ whole: [box], taken }];
  if (box[field]?.values.some((a) => asked.values.some((b) => mayOverlap(a, b)))) {
    throw new RangeError(`two conditions on ${field} overlap`);
  }
  const part = (condition: Condition, isInside: boolean) =>
    intersect([box], [{ [field]: condition }]).flatMap((inner) =>
      divided(
        inner,
        taken.flatMap((each) => {
          const other = each[field];
          if (other === undefined || !sameCondition(other, asked)) return [each];
          return isInside ? [without(each, [field])] : [];
        }),
      ),
    );
  return [...part(asked, true), ...part(complement(asked), false)];
}

/** What of a box is not in it: one condition of it does not hold. */
function outsideBox(box: EventBox): readonly EventPattern[] {
  return Object.entries(box).flatMap(([field, condition]) => {
    const { absent, ...present } = complement(condition);
    // The envelope is of EventBridge's own making: none of its fields is ever absent.
    const mayBeAbsent = absent && field.startsWith("detail.");
    return conditionPatterns(field, { ...present, absent: mayBeAbsent });
  });
}

/** Outside of all boxes, as alternatives. What all boxes ask alike is said once: a path has one place. */
function outside(taken: EventSet): readonly EventPattern[] {
  const [first = {}, ...others] = taken;
  if (others.length === 0) return outsideBox(first);
  const isAlike = ([field, condition]: readonly [string, Condition]): boolean =>
    others.every((box) => box[field] && sameCondition(box[field], condition));
  const alike = Object.entries(first).filter(isAlike);
  const rests = taken.map((box) =>
    without(
      box,
      alike.map(([field]) => field),
    ),
  );
  const sides = rests.map(outsideBox);
  // Each alternative beside each other one: written out, a dozen boxes fill the memory.
  if (sides.reduce((product, side) => product * side.length, 1) > mostAlternatives) {
    throw new RangeError("it takes too many alternatives");
  }
  return [
    ...outsideBox(Object.fromEntries(alike)),
    ...(rests.some(asksNothing) ? [] : [oneOfEach(sides)]),
  ];
}

function outsidePattern(taken: EventSet): EventPattern {
  const arms = outside(taken);
  const [only = {}] = arms;
  return arms.length > 1 ? { $or: arms } : only;
}

/** Accounts by what is taken in them, those first of which least is. */
function byAccount(taken: EventSet, accounts: readonly string[]): readonly Part<string>[] {
  const alike = new Map<string, { readonly whole: string[]; readonly taken: EventSet }>();
  for (const id of [...accounts].sort()) {
    const held = taken.filter(({ account }) => !account || holds(account, id));
    const key = held.map((box) => taken.indexOf(box)).join();
    const known = alike.get(key)?.whole.push(id);
    if (!known) {
      alike.set(key, { whole: [id], taken: held.map((box) => without(box, ["account"])) });
    }
  }
  return [...grouped([...alike.values()])].sort((a, b) => a.taken.length - b.taken.length);
}

function takenEverywhere(taken: EventSet): EventSet {
  return taken.filter(({ account }) => !account);
}

/** Outside of all boxes, in these accounts; of those that a box names, each alternative by itself. */
function outsideIn(taken: EventSet, accounts: readonly string[]): EventPattern | undefined {
  const least = takenEverywhere(taken).length;
  return anyOf(
    byAccount(taken, accounts).flatMap(({ whole: account, taken: here }) =>
      here.length === least
        ? [{ ...outsidePattern(here), account }]
        : outside(here).map((arm) => ({ account, ...arm })),
    ),
  );
}

function differenceIn(
  from: EventSet,
  taken: EventSet,
  outsideOf: (taken: EventSet) => EventPattern | undefined,
): EventPattern | undefined {
  const size = (part: Part<EventBox>): number =>
    part.taken.reduce((sum, box) => sum + Object.keys(box).length, 0);
  const parts = grouped(from.flatMap((box) => divided(box, taken)));
  return anyOf(
    [...parts]
      .sort((a, b) => size(b) - size(a))
      .flatMap((part) => {
        const rest = outsideOf(part.taken);
        return rest === undefined ? [] : [conjunction(toPattern(part.whole), rest)];
      }),
  );
}

/**
 * The pattern of the events of the first set, of these accounts, that are not in the second;
 * undefined where there are none. It is written as the first set beside what keeps an event out of
 * the second: a difference taken apart into boxes repeats the kind for each of them.
 * @throws RangeError where EventBridge cannot express it
 */
export function differencePattern(
  from: EventSet,
  taken: EventSet,
  accounts?: readonly string[],
): EventPattern | undefined {
  if (accounts === undefined) return differenceIn(from, taken, outsidePattern);
  const everywhere = takenEverywhere(taken);
  if (byAccount(taken, accounts).some((part) => part.taken.length > everywhere.length)) {
    return differenceIn(from, taken, (here) => outsideIn(here, accounts));
  }
  const found = accounts.length === 0 ? undefined : differenceIn(from, everywhere, outsidePattern);
  return found && { ...found, account: [...accounts].sort() };
}
