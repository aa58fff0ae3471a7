/** A thing that must come after others. */
interface Dependent {
  readonly name: string;
  readonly dependencies: readonly string[];
}

/**
 * Runs a step for each item, as soon as the items it depends on are done; independent ones side by
 * side. With `reverse`, an item waits for those that depend on it, as a destroy must.
 */
export async function inDependencyOrder<T>(
  items: readonly Dependent[],
  step: (name: string) => Promise<T>,
  { reverse = false } = {},
): Promise<ReadonlyMap<string, T>> {
  const started = new Map<string, Promise<T>>();
  const begin = (name: string, path: readonly string[]): Promise<T> => {
    if (path.includes(name)) throw new Error(`stacks depend on each other: ${path.join(" → ")}`);
    const running = started.get(name);
    if (running !== undefined) return running;
    const before = predecessors(items, name, reverse).map((other) => begin(other, [...path, name]));
    const promise = Promise.all(before).then(() => step(name));
    started.set(name, promise);
    return promise;
  };
  const all = items.map(async ({ name }) => [name, await begin(name, [])] as const);
  // Every step ends before a failure is reported: nothing may still run when the caller cleans up.
  const settled = await Promise.allSettled(all);
  const failed = settled.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return new Map(await Promise.all(all));
}

function predecessors(
  items: readonly Dependent[],
  name: string,
  reverse: boolean,
): readonly string[] {
  if (reverse)
    return items.filter((item) => item.dependencies.includes(name)).map((item) => item.name);
  return items.find((item) => item.name === name)?.dependencies ?? [];
}
