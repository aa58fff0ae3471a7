import { z } from "zod";
import { isJsonObject, listIn, type Json } from "../../../json/value";

/** Thrown where a file is no plan that this command understands; the message says why. */
export class UnreadablePlanError extends Error {
  public override readonly name = "UnreadablePlanError";
}

const attributes = z.record(z.string(), z.unknown()).nullish();

const planFile = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        previous_address: z.string().optional(),
        type: z.string(),
        mode: z.string().optional(),
        deposed: z.string().optional(),
        change: z.object({ actions: z.array(z.string()), before: attributes, after: attributes }),
      }),
    )
    .optional(),
});

/** What a plan does to one managed resource. */
export type PlannedChange = NonNullable<z.output<typeof planFile>["resource_changes"]>[number];

/** A plan that was found to be complete. */
export interface ReadPlan {
  /** Managed resources, in the order of the plan. */
  readonly changes: readonly PlannedChange[];
  readonly json: Json;
}

const howTo = "write one by `terraform show -json PLANFILE`";

/** What else Terraform writes as JSON, by a key that a plan does not have. */
const others: Readonly<Record<string, string>> = {
  values: "is a Terraform state, not a plan",
  valid: "is what `terraform validate -json` writes, not a plan",
  provider_schemas: "is what `terraform providers schema -json` writes, not a plan",
};

function complaint(json: Json): string | undefined {
  if (json["errored"] === true) return "is a plan that ended with an error";
  const isPartial = json["complete"] === false;
  if (isPartial || listIn(json["deferred_changes"]).length > 0) {
    return "is a plan of a part only (-target, or changes that were deferred): plan the whole stack";
  }
  if (json["resource_changes"] === undefined && json["planned_values"] === undefined) {
    return `holds no planned values: ${howTo}`;
  }
  return undefined;
}

/**
 * Reads a plan, and refuses whatever is none or is of a part.
 * @param json - what `terraform show -json PLANFILE` writes
 * @throws UnreadablePlanError
 */
export function readPlan(file: string, json: unknown): ReadPlan {
  if (isJsonObject(json) && json["planned_values"] === undefined) {
    const key = Object.keys(others).find((each) => Object.hasOwn(json, each));
    if (key !== undefined) throw new UnreadablePlanError(`${file} ${others[key] ?? ""}`);
  }
  const plan = planFile.safeParse(json);
  if (!plan.success || !isJsonObject(json)) {
    throw new UnreadablePlanError(`${file} is no plan: ${howTo}`);
  }
  const { format_version, terraform_version = "1", resource_changes: changes = [] } = plan.data;
  if (!/^1(\.|$)/.test(format_version) || !/^1(\.|$)/.test(terraform_version)) {
    throw new UnreadablePlanError(
      `${file} is a plan of Terraform ${terraform_version} in format ${format_version}; understood are Terraform 1 and format 1`,
    );
  }
  const why = complaint(json);
  if (why !== undefined) throw new UnreadablePlanError(`${file} ${why}`);
  // What is deposed has had another in its place since an earlier apply.
  const isMeant = ({ mode = "managed", deposed }: PlannedChange): boolean =>
    mode === "managed" && deposed === undefined;
  return { changes: changes.filter(isMeant), json };
}
