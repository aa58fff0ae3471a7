import { groupBy } from "../groups";
import { recipientOf, type PlannedLoss } from "./resource-loss";
import type { PlacedResource } from "./same-on-aws";

/** A loss, and the resource that stands in its place afterwards. */
export interface ComparedLoss {
  readonly loss: PlannedLoss;
  readonly before: PlacedResource;
  /** At the same address of the same state. */
  readonly after?: PlacedResource;
  /** The same on AWS, at another address or in another state. */
  readonly heir?: PlacedResource;
}

/** A resource before and after. */
export type Pair = readonly [before: PlacedResource, after: PlacedResource];

/** Where a state has a resource: the same before and after, whatever its stack is called. */
function stateAddress({ state, resource }: PlacedResource, address = resource.address) {
  return JSON.stringify([state, address]);
}

/** Terraform moves a resource by itself where it gets a count, or loses it. */
function countedOrNot(address: string): string | undefined {
  if (address.endsWith("[0]")) return address.slice(0, -"[0]".length);
  return address.endsWith("]") ? undefined : `${address}[0]`;
}

/** Pairs of resources, before and after, that Terraform takes for one: by state and address. */
export function pairsOf(
  base: readonly PlacedResource[],
  head: readonly PlacedResource[],
): ReadonlyMap<PlacedResource, PlacedResource> {
  const before = new Map(base.map((each) => [stateAddress(each), each]));
  const pairs = new Map<PlacedResource, PlacedResource>();
  for (const after of head) {
    const same = before.get(stateAddress(after));
    if (same) pairs.set(same, after);
  }
  for (const after of head) {
    const { address, formerAddress = countedOrNot(address) } = after.resource;
    if (formerAddress === undefined || before.has(stateAddress(after))) continue;
    const former = before.get(stateAddress(after, formerAddress));
    if (former && !pairs.has(former)) pairs.set(former, after);
  }
  return pairs;
}

/**
 * What a change of the generated Terraform takes away, where there is no plan to say it: resources
 * whose address is gone, that become others on AWS, or whose state is no longer used. What is replaced
 * for another reason only a plan knows.
 */
export function resourceLosses(
  base: readonly PlacedResource[],
  head: readonly PlacedResource[],
): readonly ComparedLoss[] {
  const pairs = pairsOf(base, head);
  const paired = new Set(pairs.values());
  const created = groupBy(
    head.filter((each) => !paired.has(each) && each.identity !== undefined),
    ({ identity = "" }) => identity,
  );
  const states = new Set(head.map(({ state }) => state));
  return base.flatMap((before): readonly ComparedLoss[] => {
    const after = pairs.get(before);
    if (after !== undefined) return replaced(before, after);
    const [heir] = created.get(before.identity ?? "") ?? [];
    const action = states.has(before.state) ? "destroy" : "strand";
    const nameAfter: PlannedLoss["nameAfter"] =
      heir === undefined
        ? { fate: "gone" }
        : {
            fate: "moved",
            address: heir.resource.address,
            ...(heir.resource.stack !== before.resource.stack && { stack: heir.resource.stack }),
          };
    return [{ loss: { ...lossOf(before), action, nameAfter }, before, ...(heir && { heir }) }];
  });
}

function lossOf(before: PlacedResource, after?: PlacedResource) {
  const { stack, address, type, attributes } = before.resource;
  return {
    plan: stack,
    address,
    type,
    ...(before.name !== undefined && { name: before.name }),
    ...recipientOf(attributes, after?.resource.attributes),
  };
}

function replaced(before: PlacedResource, after: PlacedResource): readonly ComparedLoss[] {
  if (before.essence === after.essence) return [];
  const isElsewhere = before.place !== after.place;
  const isRenamed =
    before.name !== undefined && after.name !== undefined && before.name !== after.name;
  const loss: PlannedLoss = {
    ...lossOf(before, after),
    action: isElsewhere ? "move" : "replace",
    nameAfter: isRenamed ? { fate: "changed", to: after.name ?? "" } : { fate: "kept" },
    ...(isElsewhere && { place: { before: before.place, after: after.place } }),
  };
  return [{ loss, before, after }];
}
