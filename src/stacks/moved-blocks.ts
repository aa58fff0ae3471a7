import { App, TerraformResource, TerraformStack } from "cdktf";
import { eachRegionId } from "../../modules";

/** A block that gives Terraform a new address: nothing is destroyed, nothing created. */
export interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** Addresses of the resources of a stack, by their paths in it. */
function addresses(stack: TerraformStack): ReadonlyMap<string, string> {
  const prefix = `${stack.node.path}/`;
  return new Map(
    stack.node
      .findAll()
      .filter((construct) => TerraformResource.isTerraformResource(construct))
      .map((resource) => [
        resource.node.path.slice(prefix.length),
        `${resource.terraformResourceType}.${resource.friendlyUniqueId}`,
      ]),
  );
}

/**
 * The moves between two stacks of one account, of which one has a resource for each region and the
 * other one that is repeated over the regions.
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
function movesBetween(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
  regions: readonly string[],
): readonly MovedBlock[] {
  return [...from].flatMap(([path, address]) => {
    const same = to.get(path);
    if (same !== undefined) return [];
    const parts = path.split("/");
    const at = parts.findIndex((part) => part === eachRegionId || regions.includes(part));
    const elsewhere = (id: string) => to.get(parts.with(at, id).join("/"));
    const region = parts[at];
    if (region !== eachRegionId) {
      const repeated = elsewhere(eachRegionId);
      return repeated === undefined || region === undefined
        ? []
        : [{ from: address, to: `${repeated}["${region}"]` }];
    }
    return regions.flatMap((each) => {
      const single = elsewhere(each);
      return single === undefined ? [] : [{ from: `${address}["${each}"]`, to: single }];
    });
  });
}

/**
 * Lets a stack take over the resources that it had under another strategy.
 * @param build creates what the stack held, in an empty one of the same name
 */
export function moveResources(
  stack: TerraformStack,
  regions: readonly string[],
  build: (before: TerraformStack) => void,
): void {
  const before = new TerraformStack(new App(), stack.node.id);
  build(before);
  const moves = movesBetween(addresses(before), addresses(stack), regions);
  if (moves.length > 0) stack.addOverride("moved", moves);
}
