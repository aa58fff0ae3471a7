import { listIn, objectIn } from "../../../json/value";
import type { Inventory } from "../../inventory";
import { changesIn } from "../../inventory/plan-objects";
import { differencesFrom } from "./plan-of-head";
import { plannedLosses } from "./planned-losses";
import { readPlan, UnreadablePlanError, type ReadPlan } from "./read-plan";
import type { PlannedLoss } from "./resource-loss";
import { pairsOf, resourceLosses, type ComparedLoss } from "./resource-losses";
import type { PlacedResource } from "./same-on-aws";
import type { Side } from "./side";

/** A plan as `terraform show -json` writes it. */
export interface PlanFile {
  /** Name of its stack. */
  readonly name: string;
  readonly json: unknown;
}

/** A stack whose plan creates what the base has already. */
export interface UnknownToState {
  readonly stack: string;
  readonly resources: number;
  /** True where the plan knows nothing of what the base has in the stack. */
  readonly isEmpty: boolean;
}

/** What a change takes away, and by what this is known. */
export interface StackLosses {
  readonly losses: readonly PlannedLoss[];
  /** Those found by comparing the generated Terraform, with both sides. */
  readonly compared: readonly ComparedLoss[];
  /** Stacks that plans were given for. */
  readonly planned: readonly string[];
  /** Stacks that the change alters, without a plan. */
  readonly unplanned: readonly string[];
  readonly unknownToState: readonly UnknownToState[];
}

/**
 * What plans take away; of stacks without a plan, what the generated Terraform shows.
 * @throws UnreadablePlanError for a plan of something else than the head
 */
export function stackLosses(base: Side, head: Side, files: readonly PlanFile[]): StackLosses {
  const plans = new Map(files.map((file) => [file.name, checked(file, base, head)]));
  const compared = resourceLosses(base.placed, head.placed);
  const stackAfter = stacksAfter(base, head);
  const kept = compared.filter(({ loss, before, after }) => {
    if (loss.action === "strand") return true;
    const plan = plans.get(stackAfter.get(before.state) ?? before.resource.stack);
    return plan === undefined || (after !== undefined && isCreated(plan, after.resource.address));
  });
  const planned = files.flatMap(({ name, json }) => plannedLosses(name, json));
  const changed = changedStacks(base.inventory, head.inventory);
  return {
    losses: [...planned, ...kept.map(({ loss }) => loss)],
    compared: kept,
    planned: [...plans.keys()].sort(),
    unplanned: changed.filter((name) => !plans.has(name)),
    unknownToState: [...plans].flatMap(([stack, plan]) =>
      unknownIn(stack, plan, pairsOf(base.placed, head.placed)),
    ),
  };
}

/** Stacks by the state that they keep. */
function stacksAfter(base: Side, head: Side): ReadonlyMap<string, string> {
  return new Map(
    [...base.placed, ...head.placed].map(({ state, resource }) => [state, resource.stack]),
  );
}

/** @throws UnreadablePlanError */
function checked({ name, json }: PlanFile, base: Side, head: Side): ReadPlan {
  const plan = readPlan(name, json);
  const { stacks } = head.inventory;
  if (!stacks.includes(name)) {
    if (base.inventory.stacks.includes(name)) return plan;
    throw new UnreadablePlanError(
      `${name} is no stack of the head, which has ${stacks.join(", ")}: name a plan after its stack`,
    );
  }
  const isDestroyed =
    plan.changes.length > 0 &&
    plan.changes.every(({ change }) => change.actions.join() === "delete");
  const differences = isDestroyed ? [] : differencesFrom(plan, name, head.inventory);
  if (differences.length === 0) return plan;
  const [first, second, ...more] = differences;
  const shown = [first, second].filter((each) => each !== undefined).join("; ");
  const others = more.length > 0 ? `; and ${more.length} more` : "";
  throw new UnreadablePlanError(
    `the plan of ${name} is not one of its generated Terraform (${shown}${others}): plan it again`,
  );
}

function isCreated({ changes }: ReadPlan, address: string): boolean {
  return changes.some(
    (each) => each.address === address && each.change.actions.join() === "create",
  );
}

/** Stacks that are in one version only, or not the same in both; paths of the machine do not count. */
function changedStacks(base: Inventory, head: Inventory): readonly string[] {
  const texts = ({ documents = [] }: Inventory) =>
    new Map(documents.map(({ name, document }) => [name, JSON.stringify(document)]));
  const [before, after] = [texts(base), texts(head)];
  return [...new Set([...base.stacks, ...head.stacks])]
    .filter((name) => head.stacks.includes(name) && before.get(name) !== after.get(name))
    .sort();
}

/** What a plan creates though the base has it there, and nothing says that it went by hand. */
function unknownIn(
  stack: string,
  plan: ReadPlan,
  pairs: ReadonlyMap<PlacedResource, PlacedResource>,
): readonly UnknownToState[] {
  const goneByHand = new Set(
    changesIn(plan.json, "resource_drift")
      .filter((entry) => listIn(objectIn(entry["change"])["actions"]).includes("delete"))
      .map(({ address }) => String(address)),
  );
  const known = [...pairs].filter(
    ([before, { resource, essence }]) => resource.stack === stack && before.essence === essence,
  );
  const created = known.filter(
    ([, { resource }]) => isCreated(plan, resource.address) && !goneByHand.has(resource.address),
  );
  if (created.length === 0) return [];
  return [{ stack, resources: created.length, isEmpty: created.length === known.length }];
}
