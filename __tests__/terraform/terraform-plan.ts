/** The parts that the tests read of `terraform show -json`. */
export interface TerraformPlan {
  readonly resource_changes?: readonly ResourceChange[];
  readonly planned_values?: object;
  readonly configuration?: object;
}

/** What a plan says of one resource. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly change: {
    readonly actions: readonly ("no-op" | "create" | "read" | "update" | "delete")[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

/** The resources that a plan changes. */
export function changesIn(plan: TerraformPlan): readonly ResourceChange[] {
  return (plan.resource_changes ?? []).filter(({ change }) => !change.actions.includes("no-op"));
}

/** The resources that a plan destroys and creates again. */
export function replacementsIn(plan: TerraformPlan): readonly ResourceChange[] {
  return changesIn(plan).filter(
    ({ change }) => change.actions.includes("delete") && change.actions.includes("create"),
  );
}

/** The names of the attributes that a change alters; unknown ones count. */
export function alteredAttributes({ change }: ResourceChange): readonly string[] {
  const before = change.before ?? {};
  const after = change.after ?? {};
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort();
}
