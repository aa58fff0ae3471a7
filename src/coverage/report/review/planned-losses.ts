import { ownName } from "../../resource-types";
import { readPlan, type PlannedChange } from "./read-plan";
import { recipientOf, type PlannedLoss } from "./resource-loss";

function names({ type, change }: PlannedChange): {
  readonly before: string | undefined;
  readonly after: string | undefined;
} {
  return { before: ownName(type, change.before ?? {}), after: ownName(type, change.after ?? {}) };
}

function actionOf(changed: PlannedChange): PlannedLoss["action"] | undefined {
  const { actions } = changed.change;
  const { before, after } = names(changed);
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "destroy";
  if (actions.includes("forget")) return "forget";
  return actions.includes("update") && before !== after ? "rename" : undefined;
}

function nameAfter(
  changed: PlannedChange,
  changes: readonly PlannedChange[],
): PlannedLoss["nameAfter"] {
  const { before, after } = names(changed);
  if (after !== undefined) {
    return before === undefined || before === after
      ? { fate: "kept" }
      : { fate: "changed", to: after };
  }
  if (changed.change.actions.includes("create")) return { fate: "kept" };
  const heir = changes.find(
    (other) =>
      other.address !== changed.address &&
      other.type === changed.type &&
      before !== undefined &&
      other.change.actions.includes("create") &&
      names(other).after === before &&
      isSameParent(changed, other),
  );
  return heir ? { fate: "moved", address: heir.address } : { fate: "gone" };
}

/** Policies of a role and metric filters have names that other roles and log groups have too. */
function isSameParent(one: PlannedChange, other: PlannedChange): boolean {
  const [before, after] = [one.change.before ?? {}, other.change.after ?? {}];
  return ["role", "log_group_name", "region", "event_bus_name"].every(
    (name) =>
      before[name] === undefined || after[name] === undefined || before[name] === after[name],
  );
}

/**
 * The resources that a plan destroys, replaces or renames.
 * @param json - what `terraform show -json PLANFILE` writes
 * @throws UnreadablePlanError
 */
export function plannedLosses(file: string, json: unknown): readonly PlannedLoss[] {
  const { changes } = readPlan(file, json);
  return changes.flatMap((changed) => {
    const action = actionOf(changed);
    if (!action) return [];
    const { before: name } = names(changed);
    return [
      {
        plan: file,
        address: changed.address,
        type: changed.type,
        action,
        ...(name !== undefined && { name }),
        nameAfter: nameAfter(changed, changes),
        ...recipientOf(changed.change.before ?? undefined, changed.change.after ?? undefined),
      },
    ];
  });
}
