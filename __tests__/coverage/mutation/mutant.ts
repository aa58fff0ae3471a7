import type { StackDocument } from "../../../src/coverage";

/** A JSON object that may be broken. */
export type MutableJson = Record<string, unknown>;

/** One way to break the Terraform. */
export interface Mutant {
  /** Name of the stack. */
  readonly stack: string;
  /** What is broken: the address of a resource, or that of a provider. */
  readonly address: string;
  /** How, in words. */
  readonly change: string;
  /** The name that it had, where it is gone or has another: an ARN or a sentence with it tells as much. */
  readonly formerName?: string;
  /** Resources beside the broken one whose naming is as good: its owner, where it is gone. */
  readonly neighbours: readonly string[];
  /** Breaks a copy of the stack's document. */
  readonly apply: (document: MutableJson) => void;
}

/** A resource of a stack before anything is broken. */
export interface Original {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly body: MutableJson;
}

/** The resources of the stacks, in the order of the files. */
export function originals(stacks: readonly StackDocument[]): readonly Original[] {
  return stacks.flatMap(({ name: stack, document }) =>
    Object.entries(
      (document["resource"] ?? {}) as Record<string, Record<string, MutableJson>>,
    ).flatMap(([type, resources]) =>
      Object.entries(resources).map(([name, body]) => ({ stack, type, name, body })),
    ),
  );
}

/** The resource blocks of one type in a document. */
export function resourcesOf(document: MutableJson, type: string): Record<string, MutableJson> {
  const resources = document["resource"] as Record<string, Record<string, MutableJson>>;
  return resources[type] ?? {};
}

/** A mutant of a resource that changes its body. */
export function bodyMutant(
  { stack, type, name }: Original,
  change: string,
  apply: (body: MutableJson) => void,
): Mutant {
  return {
    stack,
    address: `${type}.${name}`,
    change,
    neighbours: [],
    apply: (document) => {
      const body = resourcesOf(document, type)[name];
      if (body === undefined) throw new Error(`${type}.${name} is gone`);
      apply(body);
    },
  };
}

/** A mutant that gives an attribute another value, or takes it away. */
export function setMutant(original: Original, path: string, value: unknown): Mutant {
  const shown = value === undefined ? "removed" : `= ${JSON.stringify(value)}`;
  const mutant = bodyMutant(original, `${path} ${shown}`, (body) => {
    setAt(body, path.split("."), value);
  });
  const { name } = original.body;
  return path === "name" && typeof name === "string" ? { ...mutant, formerName: name } : mutant;
}

function setAt(holder: MutableJson, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length > 0) {
    const inner = (holder[name] ??= {}) as MutableJson;
    setAt(inner, rest, value);
  } else if (value === undefined) {
    Reflect.deleteProperty(holder, name);
  } else {
    holder[name] = value;
  }
}

/** The stacks with one of them broken. */
export function mutated(
  stacks: readonly StackDocument[],
  mutant: Mutant,
): readonly StackDocument[] {
  return stacks.map((stack) => {
    if (stack.name !== mutant.stack) return stack;
    const document = structuredClone(stack.document) as MutableJson;
    mutant.apply(document);
    return { name: stack.name, document };
  });
}
