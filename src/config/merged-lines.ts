import { diffArrays } from "diff";

/** Where lines of one text became lines of another: `[from, to)` of the first, and what stands there now. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (!added && !removed) {
      if (open) hunks.push(open);
      open = undefined;
      at += value.length;
      continue;
    }
    open ??= { from: at, to: at, lines: [] };
    open = added
      ? { ...open, lines: [...open.lines, ...value] }
      : { ...open, to: open.to + value.length };
    if (removed) at += value.length;
  }
  return open ? [...hunks, open] : hunks;
}

/** For each line of the second text the line of the first that says the same, whatever its spaces. */
function sameLines(
  first: readonly string[],
  second: readonly string[],
): ReadonlyMap<number, number> {
  const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/\s+/g, ""));
  const same = new Map<number, number>();
  let [of, at] = [0, 0];
  for (const { count, added, removed } of diffArrays(plain(first), plain(second))) {
    if (!added && !removed) for (let i = 0; i < count; i += 1) same.set(at + i, of + i);
    if (!added) of += count;
    if (!removed) at += count;
  }
  return same;
}

/**
 * Makes in a text the change that leads from one printed form of it to another. Lines that the change does
 * not touch stay as they are written, however a printer would write them.
 */
export function mergedLines(
  written: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const places = sameLines(written, before);
  const merged: string[] = [];
  let done = 0;
  for (const { from, to, lines } of hunksOf(before, after)) {
    // Lines that a printer writes otherwise belong to the change as far as they surround it.
    let [first, last] = [from, to];
    while (first > 0 && !places.has(first - 1)) first -= 1;
    while (last < before.length && !places.has(last)) last += 1;
    const start = Math.max(done, first === 0 ? 0 : (places.get(first - 1) ?? 0) + 1);
    const end = Math.max(start, places.get(last) ?? written.length);
    merged.push(...written.slice(done, start));
    merged.push(...before.slice(first, from), ...lines, ...before.slice(to, last));
    // Nothing was replaced: blank lines that a printer would leave out stay behind what is new.
    if (first === last) merged.push(...written.slice(start, end));
    done = end;
  }
  return [...merged, ...written.slice(done)];
}
