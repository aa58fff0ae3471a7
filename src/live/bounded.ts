/** Does something for each item, for so many at once; the results are in the order of the items. */
export async function bounded<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  // All take from one iterator: whoever is ready takes the next.
  const left = items.entries();
  const take = async (): Promise<void> => {
    for (const [index, item] of left) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
