import { z } from "zod";
import { ownName } from "../../resource-types";

/** Thrown where a file is no plan that this command understands; the message says why. */
export class UnreadablePlanError extends Error {
  public override readonly name = "UnreadablePlanError";
}

/** A resource that a plan takes away, makes anew or renames. */
export interface PlannedLoss {
  /** What the plan is called, as a rule after its stack. */
  readonly plan: string;
  readonly address: string;
  readonly type: string;
  /** `forget`: Terraform lets go of it, it stays in AWS. */
  readonly action: "destroy" | "replace" | "forget" | "rename";
  /** Name in AWS, where the resource has one. */
  readonly name?: string;
  /** What becomes of the name. */
  readonly nameAfter:
    | { readonly fate: "kept" }
    /** The same name is made at another address. */
    | { readonly fate: "moved"; readonly address: string }
    | { readonly fate: "changed"; readonly to: string }
    | { readonly fate: "gone" };
}

const attributes = z.record(z.string(), z.unknown()).nullish();

const planFile = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  errored: z.boolean().optional(),
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        type: z.string(),
        mode: z.string().optional(),
        change: z.object({ actions: z.array(z.string()), before: attributes, after: attributes }),
      }),
    )
    .optional(),
});

type Plan = z.output<typeof planFile>;
type Change = NonNullable<Plan["resource_changes"]>[number];

function names({ type, change }: Change): Readonly<Record<"before" | "after", string | undefined>> {
  return { before: ownName(type, change.before ?? {}), after: ownName(type, change.after ?? {}) };
}

function actionOf(changed: Change): PlannedLoss["action"] | undefined {
  const { actions } = changed.change;
  const { before, after } = names(changed);
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "destroy";
  if (actions.includes("forget")) return "forget";
  return actions.includes("update") && before !== after ? "rename" : undefined;
}

function nameAfter(changed: Change, changes: readonly Change[]): PlannedLoss["nameAfter"] {
  const { before, after } = names(changed);
  if (after !== undefined) {
    return before === undefined || before === after
      ? { fate: "kept" }
      : { fate: "changed", to: after };
  }
  const heir = changes.find(
    (other) =>
      other.address !== changed.address &&
      other.type === changed.type &&
      before !== undefined &&
      other.change.actions.includes("create") &&
      names(other).after === before,
  );
  return heir ? { fate: "moved", address: heir.address } : { fate: "gone" };
}

function readPlan(file: string, json: unknown): Plan {
  if (typeof json === "object" && json !== null && "values" in json) {
    throw new UnreadablePlanError(`${file} is a Terraform state, not a plan`);
  }
  const plan = planFile.safeParse(json);
  if (!plan.success) {
    throw new UnreadablePlanError(
      `${file} is no plan: write one by \`terraform show -json PLANFILE\``,
    );
  }
  const { format_version, terraform_version = "1", errored } = plan.data;
  if (!/^1(\.|$)/.test(format_version) || !/^1(\.|$)/.test(terraform_version)) {
    throw new UnreadablePlanError(
      `${file} is a plan of Terraform ${terraform_version} in format ${format_version}; understood are Terraform 1 and format 1`,
    );
  }
  if (errored) throw new UnreadablePlanError(`${file} is a plan that ended with an error`);
  return plan.data;
}

/**
 * The resources that a plan destroys, replaces or renames.
 * @param json - what `terraform show -json PLANFILE` writes
 * @throws UnreadablePlanError
 */
export function plannedLosses(file: string, json: unknown): readonly PlannedLoss[] {
  const changes = (readPlan(file, json).resource_changes ?? []).filter(
    ({ mode = "managed" }) => mode === "managed",
  );
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
      },
    ];
  });
}
