import type { Finding, FoundResource } from "../../coverage";
import { unresolved, type Unresolved, type ValueObject } from "../../coverage/inventory/value";
import type { Answer, NotKnown } from "../answer";
import type { Here } from "../here";

/** What is found at a place. */
export interface Facts {
  readonly resources: readonly FoundResource[];
  /** What only AWS knows. */
  readonly findings: readonly Finding[];
}

export const nothing: Facts = { resources: [], findings: [] };

export function joined(facts: readonly Facts[]): Facts {
  return {
    resources: facts.flatMap(({ resources }) => resources),
    findings: facts.flatMap(({ findings }) => findings),
  };
}

/** A resource at the place that is read. */
export function foundAt(
  { place }: Pick<Here, "place">,
  type: string,
  name: string,
  values: ValueObject,
): FoundResource {
  return { ...place, type, name, values };
}

/** The value of an attribute that AWS did not say. */
export function lost({ permission, reason }: NotKnown): Unresolved {
  return unresolved(permission, `AWS did not say it: ${reason}`);
}

/** What is made of a value, of its absence, and of its not being known. */
export function settle<T, R>(
  answer: Answer<T>,
  make: {
    readonly known: (value: T) => R;
    readonly missing: () => R;
    readonly notKnown: (value: Unresolved) => R;
  },
): R {
  if (answer.state === "known") return make.known(answer.value);
  return answer.state === "missing" ? make.missing() : make.notKnown(lost(answer.notKnown));
}

/** Reads each of some, each once, one after the other: a place is never asked for more at once. */
export async function readEach<T, R>(
  items: Iterable<T>,
  read: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const found: R[] = [];
  for (const item of new Set(items)) found.push(await read(item));
  return found;
}
