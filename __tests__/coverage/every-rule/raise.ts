import type { CoverageReport, Finding, StackDocument } from "../../../src/coverage";
import type { MutableJson } from "../mutation/mutant";
import { expected, reportOf, stacksOf } from "../small-organization";

type Bodies = Record<string, MutableJson>;

/** What becomes of a resource: arguments that it is given, another body, or nothing. */
export type Change = MutableJson | undefined | ((body: MutableJson) => MutableJson);

export const plain = stacksOf();

/** Everything that a report has to say. */
export function allOf({ findings, cells, heartbeats }: CoverageReport): readonly Finding[] {
  return [...findings, ...[...cells, ...heartbeats].flatMap(({ blocker }) => blocker ?? [])];
}

/** The stacks with resources of a type changed whose name fits. @throws Error where none does */
export function after(
  type: string,
  name: RegExp,
  change: Change,
  stacks: readonly StackDocument[] = plain,
): readonly StackDocument[] {
  const copies = structuredClone(stacks);
  let changed = 0;
  for (const { document } of copies) {
    const bodies = (document["resource"] as Record<string, Bodies>)[type] ?? {};
    for (const key of Object.keys(bodies).filter((each) => name.test(each))) {
      const body = bodies[key] ?? {};
      changed += 1;
      if (change === undefined) Reflect.deleteProperty(bodies, key);
      else bodies[key] = typeof change === "function" ? change(body) : { ...body, ...change };
    }
  }
  if (changed === 0) throw new Error(`no ${type} ${name.source}`);
  return copies;
}

/** The stacks with more resources of a type in one of them, made of the first of that type. */
export function more(
  stack: string,
  type: string,
  added: (first: MutableJson) => MutableJson,
  stacks: readonly StackDocument[] = plain,
  key = "added",
): readonly StackDocument[] {
  const copies = structuredClone(stacks);
  const { document } = copies.find((each) => each.name === stack) ?? {};
  const resources = document?.["resource"] as Record<string, Bodies>;
  const bodies = (resources[type] ??= {});
  bodies[key] = added(Object.values(bodies)[0] ?? {});
  return copies;
}

/** A change that replaces a text of an argument, wherever it stands. */
export function replaced(name: string, from: string | RegExp, to: string): Change {
  return (body) => ({ ...body, [name]: String(body[name]).replaceAll(from, to) });
}

/** What is found where resources of the small organization are changed. */
export function raised(type: string, name: RegExp, change: Change): () => readonly Finding[] {
  return () => foundIn(after(type, name, change));
}

/** What is found in stacks. */
export function foundIn(stacks: readonly StackDocument[], want = expected): readonly Finding[] {
  return allOf(reportOf(stacks, want));
}
