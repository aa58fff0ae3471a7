/** Wildcards as EventBridge's engine reads one entry of a field: of `anything-but` all together. */
export type WildcardEntry = readonly string[];

/**
 * The most that AWS accepts. AWS publishes no number: it refuses what scores 11, and scores up to 7 are
 * known to be accepted.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching-complexity
 */
export const MOST_WILDCARD_COMPLEXITY = 10;

/** Sets of states that are followed; what has more is too complex for any engine. */
const mostSets = 20_000;

interface State {
  /** Entries that can still match from here: each is followed on its own. */
  readonly entries: Set<number>;
  readonly next: Map<string, number[]>;
  /** The state of the `*` that follows; it keeps itself. */
  star?: number;
  isStar: boolean;
}

/** A text between its quotes, which the engine reads too; undefined stands for `*`. */
function tokensOf(wildcard: string): readonly (string | undefined)[] {
  const tokens: (string | undefined)[] = ['"'];
  for (let i = 0; i < wildcard.length; i++) {
    const character = wildcard.charAt(i);
    if (character === "*") tokens.push(undefined);
    else tokens.push(character === "\\" ? wildcard.charAt(++i) : character);
  }
  return [...tokens, '"'];
}

/** Texts that begin alike share their states up to and with the first `*`, as in the engine. */
function statesOf(entries: readonly WildcardEntry[]): readonly State[] {
  const states: State[] = [];
  const add = (isStar: boolean): number =>
    states.push({ entries: new Set(), next: new Map(), isStar }) - 1;
  add(false);
  const step = (from: number, token: string | undefined, isShared: boolean): number => {
    const state = states[from];
    if (!state) return from;
    if (token === undefined) return (state.star ??= add(true));
    const known = state.next.get(token) ?? [];
    const [shared] = known;
    if (isShared && shared !== undefined) return shared;
    const made = add(false);
    state.next.set(token, [...known, made]);
    return made;
  };
  entries.forEach((wildcards, entry) => {
    for (const wildcard of wildcards) {
      let [at, isShared] = [0, true];
      for (const token of tokensOf(wildcard)) {
        at = step(at, token, isShared);
        if (token === undefined) isShared = false;
        states[at]?.entries.add(entry);
      }
    }
  });
  return states;
}

/** All states that a text can be in, with those of each `*` that may be empty. */
function closed(states: readonly State[], found: Iterable<number>): readonly number[] {
  const all = new Set(found);
  for (const at of all) {
    const star = states[at]?.star;
    if (star !== undefined) all.add(star);
  }
  return [...all].sort((a, b) => a - b);
}

/**
 * How complex the wildcards of one field are, as EventBridge's engine counts: the most beginnings of
 * them that a single text can match at once. Counted no further than the first value above `limit`.
 * @see https://github.com/aws/event-ruler
 */
export function wildcardComplexity(
  entries: readonly WildcardEntry[],
  limit = MOST_WILDCARD_COMPLEXITY,
): number {
  if (entries.every(({ length }) => length === 0)) return 0;
  const states = statesOf(entries);
  const seen = new Set<string>();
  const open: (readonly number[])[] = [[0]];
  let most = 0;
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    const kept = set.filter((at) => states[at]?.isStar);
    const letters = new Set(set.flatMap((at) => [...(states[at]?.next.keys() ?? [])]));
    // The empty text stands for every letter that no wildcard goes on with.
    for (const letter of [...letters, ""]) {
      const next = closed(states, [
        ...kept,
        ...set.flatMap((at) => states[at]?.next.get(letter) ?? []),
      ]);
      const score = next.reduce((sum, at) => sum + (states[at]?.entries.size ?? 0), 0);
      most = Math.max(most, score);
      if (most > limit) return most;
      const key = next.join();
      if (next.length === 0 || seen.has(key)) continue;
      if (seen.size > mostSets) return limit + 1;
      seen.add(key);
      open.push(next);
    }
  }
  return most;
}
