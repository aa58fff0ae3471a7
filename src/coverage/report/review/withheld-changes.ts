import { canonical } from "../../../json/canonical";
import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../../json/value";
import { inventoryOfStacks, type Inventory } from "../../inventory";
import { resourceBodies } from "../../inventory/block-expressions";
import { attributeNames } from "../../inventory/instances";
import { firstUnresolved, type Value } from "../../inventory/value";
import { pairsOf } from "./resource-losses";
import { placedResources, type PlacedResource } from "./same-on-aws";

/** Changes that `lifecycle.ignore_changes` keeps Terraform from making. */
export interface Withheld {
  readonly stack: string;
  /** Of the resource, without its instance. */
  readonly address: string;
  /** Paths as `ignore_changes` names them; all arguments that differ where it names all. */
  readonly paths: readonly string[];
}

/** A version as AWS will have it. */
export interface AppliedInventory {
  readonly inventory: Inventory;
  readonly withheld: readonly Withheld[];
}

/** What a resource keeps, by path. */
type Kept = readonly (readonly [path: string, value: unknown])[];

/**
 * The head as AWS will have it where the base was applied: what `ignore_changes` names stays as it is in the
 * base, unless Terraform creates the resource anew.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes
 */
export function asApplied(base: Inventory, head: Inventory): AppliedInventory {
  const bodies = bodiesOf(head);
  const former = bodiesOf(base);
  const ignoring = [...bodies.values()].some((body) => ignoredBy(body).length > 0);
  if (!ignoring || head.documents === undefined) return { inventory: head, withheld: [] };
  const kept = new Map<string, Kept>();
  const pairs = (after: Inventory) =>
    pairsOf(placedResources(base, after), placedResources(after, base));
  for (const [before, after] of pairs(head)) {
    const key = bodyKey(after);
    const body = bodies.get(key);
    if (body === undefined || kept.has(key)) continue;
    const found = keptOf(before, after, body, former.get(bodyKey(before)) ?? {});
    if (found.length > 0) kept.set(key, found);
  }
  if (kept.size === 0) return { inventory: head, withheld: [] };
  const inventory = rewritten(head, kept);
  // A resource that is created anew is as it is written.
  for (const [before, after] of pairs(inventory)) {
    if (before.essence !== after.essence) kept.delete(bodyKey(after));
  }
  return {
    inventory: kept.size === 0 ? head : rewritten(head, kept),
    withheld: [...kept].map(([key, paths]) => {
      const [stack = "", address = ""] = key.split(" ");
      return { stack, address, paths: paths.map(([path]) => path) };
    }),
  };
}

function bodyKey({ resource: { stack, address } }: PlacedResource): string {
  return `${stack} ${address.replace(/\[.*$/u, "")}`;
}

function bodiesOf({ documents = [] }: Inventory): ReadonlyMap<string, Json> {
  return new Map(
    documents.flatMap(({ name: stack, document }) =>
      resourceBodies(document).map(([address, body]) => [`${stack} ${address}`, body] as const),
    ),
  );
}

function ignoredBy(body: Json): readonly string[] {
  return listIn(body["lifecycle"])
    .flatMap((block) => listIn(objectIn(block)["ignore_changes"]))
    .flatMap((each) => textIn(each) ?? []);
}

/** What the head keeps of the base though it says something else: a value where it is known, else what is written. */
function keptOf(
  { resource: before }: PlacedResource,
  { resource: after }: PlacedResource,
  body: Json,
  old: Json,
): Kept {
  const ignored = ignoredBy(body);
  const paths = ignored.includes("all")
    ? [...new Set([...attributeNames(body), ...attributeNames(old)])]
    : ignored;
  return paths.flatMap((path): Kept => {
    const steps = stepsOf(path);
    const [was, is] = [at(before.attributes, steps), at(after.attributes, steps)];
    const [written, now] = [at(old, steps), at(body, steps)];
    const isKnown = [was, is].every((value) => firstUnresolved(value as Value) === undefined);
    if (isSame(was, is) && (isKnown || isSame(written, now))) return [];
    // The body is that of all instances.
    return [[path, isKnown && !before.address.endsWith("]") ? literal(was) : written]];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one ?? null) === canonical(other ?? null);
}

/** `environment[0].variables["A"]` as its steps. */
function stepsOf(path: string): readonly string[] {
  return path.split(/[.[\]]+/u).flatMap((step) => {
    const name = step.replace(/^"(.*)"$/u, "$1");
    return name === "" ? [] : [name];
  });
}

/** Of a block without brackets, `[0]` is the block itself. */
function at(holder: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return holder;
  if (Array.isArray(holder)) return at((holder as readonly unknown[])[Number(step)], rest);
  if (!isJsonObject(holder)) return undefined;
  return step === "0" ? at(holder, rest) : at(holder[step], rest);
}

/** A value as Terraform JSON that means it, whatever signs are in it. */
function literal(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[$%](?=\{)/gu, "$&$&");
  if (Array.isArray(value)) return value.map(literal);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, literal(each)]));
}

function put(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((each: unknown, i) => (String(i) === step ? put(each, rest, value) : each));
  }
  if (!isJsonObject(holder)) return holder;
  if (step === "0") return put(holder, rest, value);
  const { [step]: inner, ...others } = holder;
  const placed = put(inner, rest, value);
  return placed === undefined || placed === null ? others : { ...others, [step]: placed };
}

function rewritten(head: Inventory, kept: ReadonlyMap<string, Kept>): Inventory {
  const documents = (head.documents ?? []).map((stack) => ({
    ...stack,
    document: {
      ...stack.document,
      resource: mapped(stack.document["resource"], (named, type) =>
        mapped(named, (body, name) =>
          (kept.get(`${stack.name} ${type}.${name}`) ?? []).reduce(
            (found, [path, value]) => put(found, stepsOf(path), value),
            body,
          ),
        ),
      ),
    },
  }));
  const { resources, unresolved } = inventoryOfStacks(documents);
  // What stands around the resources of the head stays, and Terraform refuses what is written.
  return { ...head, resources, unresolved };
}

function mapped(value: unknown, each: (value: unknown, name: string) => unknown): Json {
  return Object.fromEntries(
    Object.entries(objectIn(value)).map(([name, inner]) => [name, each(inner, name)]),
  );
}
