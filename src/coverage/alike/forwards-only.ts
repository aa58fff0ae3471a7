import { isBlank } from "../resource-index";
import { resourceTypes } from "../resource-types";
import type { Resource } from "../inventory";
import type { ResolvedStack } from "../inventory/stack-inventory";
import { unresolvedIn } from "../inventory/unresolved-values";

function isOwn({ type, account, region, attributes, unknownNumber }: Resource, own: string) {
  const { event_bus_name: bus } = attributes;
  return (
    resourceTypes.get(type)?.isOfForwarder === true &&
    account === own &&
    typeof region === "string" &&
    unknownNumber === undefined &&
    (isBlank(bus) || bus === "default")
  );
}

/**
 * Whether a stack only forwards the events of one account: it has nothing in another account, and nothing
 * on another event bus than the default ones of its account.
 */
export function forwardsOnly({ resources }: ResolvedStack, account: string): boolean {
  return resources.length > 0 && resources.every((resource) => isOwn(resource, account));
}

/** Whether all of a stack's resources is known, and Terraform would accept the stack. An output is no resource. */
export function isWhole({ shapes, problems, resources }: ResolvedStack): boolean {
  return (
    shapes.length + problems.length === 0 &&
    resources.every((resource) => unresolvedIn(resource).length === 0)
  );
}
