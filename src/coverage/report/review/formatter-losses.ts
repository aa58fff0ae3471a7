import { resourceTypes } from "../../resource-types";
import type { Inventory, Resource } from "../../inventory";
import type { PlannedLoss } from "./resource-loss";

/**
 * Losses without those of a function that is switched off, of its role, permission, log group and
 * alarms: it only forms messages, and EventBridge does so after it. Nor does it count that the targets
 * of rules are exchanged, for the function or for the topic.
 */
export function withoutFormer(
  losses: readonly PlannedLoss[],
  base: Inventory,
  head: Inventory,
): readonly PlannedLoss[] {
  const gone = losses.filter(({ action, nameAfter }) => isGone(action, nameAfter.fate));
  const resourceOf = byAddress(base);
  const resourceAfter = byAddress(head);
  const candidates = gone.flatMap((loss) => {
    const resource = resourceOf.get(keyOf(loss.plan, loss.address));
    return resource === undefined ? [] : [{ loss, resource }];
  });
  let excused = candidates.filter(({ resource }) => formsMessages(resource) === "always");
  // Its role first, then the policies of the role.
  for (let round = 0; round < 2; round++) {
    excused = candidates.filter(
      (each) =>
        excused.includes(each) ||
        (formsMessages(each.resource) === "perhaps" &&
          excused.some((other) => belongs(each.resource, other.resource))),
    );
  }
  const without = new Set(excused.map(({ loss }) => loss));
  const functions = [...arnsOf(base), ...arnsOf(head)];
  const isExchanged = ({ plan, address, action }: PlannedLoss): boolean => {
    const key = keyOf(plan, address);
    const [was, is] = [resourceOf.get(key), resourceAfter.get(key)].map(
      (each) => each && aim(each),
    );
    if (action !== "replace" || was === undefined || is === undefined || was === is) return false;
    return functions.includes(was) !== functions.includes(is);
  };
  return losses.filter((loss) => !without.has(loss) && !isExchanged(loss));
}

function byAddress({ resources }: Inventory): ReadonlyMap<string, Resource> {
  return new Map(resources.map((each) => [keyOf(each.stack, each.address), each]));
}

/** ARNs of the functions that form messages. */
function arnsOf({ resources }: Inventory): readonly unknown[] {
  return resources
    .filter((resource) => formsMessages(resource) === "always")
    .flatMap(({ attributes }) => attributes["arn"] ?? []);
}

/** What the target of a rule is; undefined for what is none. */
function aim({ type, attributes }: Resource): string | undefined {
  const { arn, target_id: id } = attributes;
  const isTarget = resourceTypes.get(type)?.isArnForeign === true && typeof id === "string";
  return isTarget && typeof arn === "string" ? arn : undefined;
}

function isGone(action: PlannedLoss["action"], fate: PlannedLoss["nameAfter"]["fate"]): boolean {
  return action === "destroy" && fate === "gone";
}

function keyOf(stack: string, address: string): string {
  return JSON.stringify([stack, address]);
}

function formsMessages({ type }: Resource) {
  return resourceTypes.get(type)?.formsMessages;
}

/** Whether one names the other: by its ARN or name. */
function belongs(one: Resource, other: Resource): boolean {
  return names(one, other) || names(other, one);
}

function names({ attributes }: Resource, { type, attributes: named }: Resource): boolean {
  const own = resourceTypes.get(type)?.name ?? "name";
  const texts = [named["arn"], named[own]].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
  const arguments_ = ["role", "function_name", "dimensions", "logging_config", "name"];
  const said = JSON.stringify(arguments_.map((name) => attributes[name]));
  return texts.some((text) => said.includes(JSON.stringify(text)) || said.includes(`/${text}"`));
}
