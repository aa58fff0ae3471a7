import { computedNames, computedValue } from "./computed";
import type { Inventory, Resource } from "./inventory";
import { isJsonObject, textIn, type Json } from "../../json/value";
import { plannedProvisioners } from "./provisioners";
import { dangling, unresolvedIn } from "./stack-inventory";
import { UnusableInputError } from "../../json/read-json";
import { isObjectValue, isUnresolved, type Value } from "./value";
import { planPlaces } from "./plan-places";
import { plannedResources, withUnknown } from "./planned-resource";

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
    const argument = (name: string): Value => written[name] ?? undefined;
    const computed = computedNames(type)
      .filter((name) => isUnresolved(written[name]) || (written[name] ?? null) === null)
      .map((name) => [name, computedValue({ stack, address, type, place, argument }, name)]);
    const attributes = { ...written, ...(Object.fromEntries(computed) as typeof written) };
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
