/** For each item of a list the index of the first equal one: its own unless it is a repetition. */
export function firstIndexes(list: readonly unknown[]): readonly number[] {
  const seen = new Map<unknown, number>();
  return list.map((item, i) => {
    if (item === undefined) return i;
    const first = seen.get(item) ?? i;
    seen.set(item, first);
    return first;
  });
}

/** Names for a message: an organization has thousands of accounts, a reader little patience. */
export function listed(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined);
  const rest = known.length - 20;
  return known.slice(0, 20).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
