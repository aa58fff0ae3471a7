import type { StackDocument } from "../../../src/coverage";

/** A JSON object that may be changed. */
export type MutableJson = Record<string, unknown>;

/** The same stacks with the first resource of a type changed; without it where nothing comes back. */
export function changed(
  stacks: readonly StackDocument[],
  stack: string,
  type: string,
  change: (body: MutableJson) => MutableJson | undefined,
): readonly StackDocument[] {
  return structuredClone(stacks).map((copy) => {
    if (copy.name !== stack) return copy;
    const resources = copy.document["resource"] as Record<string, Record<string, MutableJson>>;
    const [found] = Object.entries(resources[type] ?? {});
    if (found === undefined) throw new Error(`${stack} has no ${type}`);
    const [name, body] = found;
    const others = Object.fromEntries(
      Object.entries(resources[type] ?? {}).filter(([each]) => each !== name),
    );
    const left = change(body);
    const document = {
      ...copy.document,
      resource: { ...resources, [type]: left ? { [name]: left, ...others } : others },
    };
    return { ...copy, document };
  });
}
