import { createHash } from "node:crypto";
import { Cache } from "../../cache";
import { listIn, objectIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import type { Inventory, Resource, StackDocument, UnresolvedAttribute } from "./inventory";
import { inPlainSyntax } from "./json-syntax";
import { isOutsideAws } from "../resource-types";
import { sharedStates } from "./shared-states";
import { StackScope } from "./stack-scope";
import { isUnresolved } from "./value";
import { stackProblems } from "./terraform-problems";
import { unresolvedIn, unresolvedValues } from "./unresolved-values";

/** One stack, resolved. */
export interface ResolvedStack extends Pick<Inventory, "resources" | "unresolved" | "problems"> {
  readonly stack: StackDocument;
  /** What Terraform refuses of the forms in which it is written. */
  readonly shapes: readonly Finding[];
}

/**
 * The inventory of stacks given as parsed Terraform JSON.
 * @param onResolved - told of every stack that is resolved, of so many
 */
export function inventoryOfStacks(
  written: readonly StackDocument[],
  onResolved?: (done: number, total: number) => void,
): Inventory {
  const stacks = written.map((each, at) => {
    const stack = resolveStack(each);
    onResolved?.(at + 1, written.length);
    return stack;
  });
  return { ...joinStacks(stacks), documents: stacks.map(({ stack }) => stack) };
}

/** The inventory of stacks that were resolved one by one. */
export function joinStacks(
  resolved: readonly ResolvedStack[],
): Pick<Inventory, "stacks" | "resources" | "unresolved" | "problems"> {
  const stacks = resolved.map(({ stack }) => stack);
  return {
    stacks: stacks.map(({ name }) => name).sort(),
    resources: resolved.flatMap(({ resources }) => resources),
    unresolved: resolved.flatMap(({ unresolved }) => unresolved),
    problems: [
      ...resolved.flatMap(({ shapes }) => shapes),
      ...resolved.flatMap(({ problems }) => problems),
      ...sharedStates(stacks),
    ],
  };
}

/** The two sides of a review have most stacks in common. */
const known = new Cache<ResolvedStack>(100);

/** What one stack makes. Of the others it knows nothing: none of them changes it. */
export function resolveStack(written: StackDocument): ResolvedStack {
  const { name, document, ...from } = written;
  const text = textOf(document);
  if (text === undefined) return resolved(written);
  // Functions such as `templatefile` may read something else the next time.
  if (from.folder !== undefined && text.includes("file")) return resolved(written);
  const key = createHash("sha256").update(`${name}\n${text}`).digest("base64");
  // Of a copy, for the document is the caller's, who may change it.
  const found = known.get(key, () => resolved({ name, document: JSON.parse(text) as Json }));
  return { ...found, stack: { ...found.stack, ...from } };
}

/** A document as JSON; undefined for one that is nested too deeply for that. */
function textOf(document: Json): string | undefined {
  try {
    return JSON.stringify(document);
  } catch {
    return undefined;
  }
}

function resolved(written: StackDocument): ResolvedStack {
  const { stack, problems } = inPlainSyntax(written);
  const shapes = problems.map(({ address, problem }) =>
    finding("terraform-refuses", { stack: stack.name, address }, problem),
  );
  return { stack, shapes, ...readStack(stack) };
}

function readStack(document: StackDocument): Omit<ResolvedStack, "stack" | "shapes"> {
  const scope = new StackScope(document);
  const stack = document.name;
  const former = formerAddresses(document);
  const ofAws = scope.instances.filter(({ type }) => !isOutsideAws(type));
  const resources = ofAws.map((instance): Resource => {
    const { type, address, place, repetition } = instance;
    const unknownNumber = isUnresolved(repetition.value) && repetition.key === undefined;
    const attributes = scope.attributes(instance);
    const formerAddress = formerAddressOf(address, former);
    return {
      stack,
      address,
      type,
      account: place.account,
      region: place.region,
      attributes,
      ...(formerAddress !== undefined && { formerAddress }),
      ...(unknownNumber && { unknownNumber: repetition.value }),
    };
  });
  const outputs = Object.entries(objectIn(document.document["output"])).map(
    ([name, output]) => [`output.${name}`, scope.resolve(objectIn(output)["value"])] as const,
  );
  const unresolved = [
    ...resources.flatMap((resource) => unresolvedIn(resource)),
    ...outputs.flatMap(([address, value]) =>
      unresolvedValues(value, "value").map(([attribute, lost]): UnresolvedAttribute => ({
        stack,
        address,
        attribute,
        value: lost,
      })),
    ),
  ];
  return {
    resources,
    unresolved,
    problems: stackProblems(scope, unresolved),
  };
}

/** The address before all moves, one after another; an instance moves with its resource. */
function formerAddressOf(address: string, former: ReadonlyMap<string, string>): string | undefined {
  let found = address;
  // No more moves than there are: they may go in a circle.
  for (let moves = 0; moves < former.size; moves++) {
    const [resource = "", key = ""] = found.split(/(?=\[)/u);
    const own = former.get(found);
    const ofAll = former.get(resource);
    const next = own ?? (ofAll === undefined ? undefined : `${ofAll}${key}`);
    if (next === undefined) break;
    found = next;
  }
  return found === address ? undefined : found;
}

/** Former addresses of the stack's resources, by the address they move to. */
function formerAddresses({ document }: StackDocument): ReadonlyMap<string, string> {
  return new Map(
    listIn(document["moved"]).flatMap((move) => {
      const { from, to } = objectIn(move);
      return typeof from === "string" && typeof to === "string" ? [[to, from] as const] : [];
    }),
  );
}
