import type { ResourceAddress } from "../../finding";
import type { PlannedLoss } from "./planned-losses";

/** A resource of the generated Terraform and the name it gets in AWS. */
export interface NamedResource extends ResourceAddress {
  readonly type: string;
  readonly name?: string;
  /** Address that a `moved` block takes it from. @default - none does */
  readonly formerAddress?: string;
}

function key({ stack, address }: ResourceAddress): string {
  return `${stack} ${address}`;
}

/**
 * What a change of the generated Terraform takes away, where there is no plan to say it: resources
 * whose address is gone, and names that change. What is replaced for another reason only a plan knows.
 */
export function resourceLosses(
  base: readonly NamedResource[],
  head: readonly NamedResource[],
): readonly PlannedLoss[] {
  const after = new Map([
    ...head.flatMap((resource) =>
      resource.formerAddress === undefined
        ? []
        : [[key({ ...resource, address: resource.formerAddress }), resource] as const],
    ),
    ...head.map((resource) => [key(resource), resource] as const),
  ]);
  const before = new Set(base.map(key));
  const created = head.filter((resource) => !before.has(key(resource)));
  return base.flatMap((resource): readonly PlannedLoss[] => {
    const { stack, address, type, name } = resource;
    const now = after.get(key(resource));
    const loss = { plan: stack, address, type, ...(name !== undefined && { name }) };
    if (now) {
      if (name === undefined || now.name === undefined || name === now.name) return [];
      return [{ ...loss, action: "replace", nameAfter: { fate: "changed", to: now.name } }];
    }
    const heir = created.find(
      (other) =>
        name !== undefined && other.stack === stack && other.type === type && other.name === name,
    );
    return [
      {
        ...loss,
        action: "destroy",
        nameAfter: heir ? { fate: "moved", address: heir.address } : { fate: "gone" },
      },
    ];
  });
}
