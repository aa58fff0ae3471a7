/** Yes, no, or not known. */
export type Truth = boolean | undefined;

/** The opposite; what is not known stays so. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Whether all hold: one that does not decides, whatever the others are. */
export function all<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** Whether one holds: one that does decides, whatever the others are. */
export function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  return not(all(items, (item) => not(test(item))));
}
