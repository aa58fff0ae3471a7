import { withComputed } from "./computed";
import type { Inventory, Resource } from "./inventory";
import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../json/value";
import { dangling, plannedProvisioners, unresolvedIn } from "./terraform-problems";
import { UnusableInputError } from "../../json/read-json";
import { isObjectValue, unresolved, type Value } from "./value";
import { planPlaces, type PlannedResource } from "./plan-places";

/**
 * The inventory of one stack from what `terraform show -json` says of its plan or state.
 * @param stack - name of the stack, which the plan does not name
 * @throws UnusableInputError for JSON that is no plan or state, or of another major format version
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function inventoryOfPlan(json: unknown, stack = "plan"): Inventory {
  const plan = readPlan(json);
  const planned = plannedResources(plan);
  const placeOf = planPlaces(plan, planned);
  const resources = planned.map((resource): Resource => {
    const { address, type } = resource;
    const place = placeOf(resource);
    const known = withUnknown(resource.values, resource.unknown, address);
    const written = isObjectValue(known) ? known : {};
    const attributes = withComputed({ stack, address, type, place }, written);
    return { stack, address, type, account: place.account, region: place.region, attributes };
  });
  const unresolved = resources.flatMap(unresolvedIn);
  const problems = [...dangling(unresolved), ...plannedProvisioners(stack, plan)];
  return { stacks: [stack], resources, unresolved, problems };
}

function readPlan(json: unknown): Json {
  const version = isJsonObject(json) ? textIn(json["format_version"]) : undefined;
  if (!isJsonObject(json) || version === undefined) {
    throw new UnusableInputError("the file is no plan or state: terraform show -json writes one");
  }
  if (version.split(".")[0] !== "1") {
    throw new UnusableInputError(
      `the plan has the format version ${version}: only 1.x, of Terraform 0.15 and later, can be read`,
    );
  }
  if (json["planned_values"] === undefined && json["values"] === undefined) {
    throw new UnusableInputError("the plan or state holds no values: it is empty");
  }
  return json;
}

/** The managed resources of a plan or state, those of modules included. */
function plannedResources(plan: Json): readonly PlannedResource[] {
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
function withUnknown(value: unknown, unknown: unknown, path: string): Value {
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
