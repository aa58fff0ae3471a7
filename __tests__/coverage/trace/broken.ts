import { placeSample, findKind } from "../../../src/catalog";
import { inventoryOfStacks, traceEvent, type TraceResult } from "../../../src/coverage";
import { mutated, originals, type Mutant, type MutableJson } from "../mutation/mutant";
import { MEMBER, stacksOf } from "../small-organization";

const stacks = stacksOf();

/** The address of the first resource of a type in a stack whose name begins so. */
export function addressOf(stack: string, type: string, name = ""): string {
  const found = originals(stacks).find(
    (each) => each.stack === stack && each.type === type && each.name.startsWith(name),
  );
  if (found === undefined) throw new Error(`no ${type} ${name} in ${stack}`);
  return `${found.type}.${found.name}`;
}

/** The address of the resource of a type, `name` and, where several have it, provider. */
export function addressNamed(stack: string, type: string, name: string, provider = ""): string {
  const [found, ...others] = originals(stacks).filter(
    (each) =>
      each.stack === stack &&
      each.type === type &&
      each.body["name"] === name &&
      String(each.body["provider"]).startsWith(provider),
  );
  if (found === undefined || others.length > 0) throw new Error(`not one ${type} ${name}`);
  return `${found.type}.${found.name}`;
}

/** The member's stack. */
export const FORWARDER = `signin-account-${MEMBER}`;

/** The trace of a kind's sample from a region of the member, after one resource was changed. */
export function traceAfter(
  stack: string,
  address: string,
  change: (body: MutableJson) => void,
  kind = "root-sign-in",
): TraceResult {
  const [type = "", name = ""] = address.split(".");
  const mutant: Mutant = {
    stack,
    address,
    change: "",
    neighbours: [],
    apply: (document) => {
      const resources = document["resource"] as Record<string, Record<string, MutableJson>>;
      const body = resources[type]?.[name];
      if (body) change(body);
    },
  };
  return traceOf(inventoryOfStacks(mutated(stacks, mutant)), kind);
}

/** The trace of a kind's sample from a region of the member. */
export function traceOf(
  inventory: ReturnType<typeof inventoryOfStacks>,
  kind: string,
): TraceResult {
  const sample = findKind(kind)?.sample;
  if (sample === undefined) throw new Error(`no kind ${kind}`);
  return traceEvent(inventory, placeSample(sample, { account: MEMBER, region: "us-east-2" }));
}

/** The trace where nothing is broken. */
export function soundTrace(kind: string): TraceResult {
  return traceOf(inventoryOfStacks(stacks), kind);
}

/** Gives an argument of a resource another value. */
export const set =
  (name: string, value: unknown) =>
  (body: MutableJson): void => {
    body[name] = value;
  };

/** Replaces a part of the text of an argument, wherever it stands. */
export const replace =
  (name: string, from: string, to: string) =>
  (body: MutableJson): void => {
    body[name] = String(body[name]).replaceAll(from, to);
  };
