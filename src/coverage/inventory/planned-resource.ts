import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../json/value";
import { unresolved, type Value } from "./value";

/** A resource of `terraform show -json`. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  /** What Terraform knows before the apply. */
  readonly values: Json;
  /** `true` for each attribute that Terraform does not know. */
  readonly unknown: Json;
}

/** The managed resources of a plan or state, those of modules included. */
export function plannedResources(plan: Json): readonly PlannedResource[] {
  const unknown = new Map(
    listIn(plan["resource_changes"]).map((entry) => {
      const { address, change } = objectIn(entry);
      return [String(address), objectIn(objectIn(change)["after_unknown"])] as const;
    }),
  );
  const values = objectIn(plan["planned_values"] ?? plan["values"]);
  return resourcesOf(objectIn(values["root_module"])).map((resource) => ({
    address: textIn(resource["address"]) ?? "",
    type: textIn(resource["type"]) ?? "",
    values: objectIn(resource["values"]),
    unknown: unknown.get(String(resource["address"])) ?? {},
  }));
}

function resourcesOf(module: Json): readonly Json[] {
  const own = listIn(module["resources"])
    .map(objectIn)
    .filter(({ mode }) => mode === "managed");
  return [
    ...own,
    ...listIn(module["child_modules"]).flatMap((child) => resourcesOf(objectIn(child))),
  ];
}

/** A value with what Terraform does not know yet put in as unresolved. */
export function withUnknown(value: unknown, unknown: unknown, path: string): Value {
  if (unknown === true) {
    return { ...unresolved(path, "Terraform knows it only after the apply"), isPlanned: true };
  }
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const known = listIn(value);
    const lost = listIn(unknown);
    const length = Math.max(known.length, lost.length);
    return Array.from({ length }, (_, index) =>
      withUnknown(known[index], lost[index], `${path}.${index}`),
    );
  }
  if (isJsonObject(value) || isJsonObject(unknown)) {
    const known = objectIn(value);
    const lost = objectIn(unknown);
    const names = new Set([...Object.keys(known), ...Object.keys(lost)]);
    return Object.fromEntries(
      [...names].map((name) => [name, withUnknown(known[name], lost[name], `${path}.${name}`)]),
    );
  }
  const leaf = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return leaf ? value : null;
}
