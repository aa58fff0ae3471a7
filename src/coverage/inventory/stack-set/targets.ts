import { findRegion } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import { finding, type Finding } from "../../finding";
import type { Inventory, Resource } from "../inventory";
import { firstUnresolved, isList, isObjectValue, isUnresolved, type Value } from "../value";

/** Stack instances: which stack set they are of, and where it makes stacks. */
export interface StackSetTarget {
  readonly stackSet: Resource;
  readonly instances: Resource;
  /** Ids of organizational units, or of the organization's root. */
  readonly units: readonly string[];
  readonly regions: readonly string[];
}

/** What the stack sets of an inventory reach, and why some of it is not known. */
export interface StackSetTargets {
  readonly targets: readonly StackSetTarget[];
  readonly problems: readonly Finding[];
}

const SET = "aws_cloudformation_stack_set";
const INSTANCES = "aws_cloudformation_stack_instances";

const known = new WeakMap<Inventory, StackSetTargets>();

/** Where the stack sets of an inventory make stacks. */
export function stackSetTargets(inventory: Inventory): StackSetTargets {
  const found = known.get(inventory) ?? readTargets(inventory);
  known.set(inventory, found);
  return found;
}

/** The stack set that stack instances are of, where it is there. */
export function stackSetOf({ resources }: Inventory, instances: Resource): Resource | undefined {
  const { account, region, attributes } = instances;
  const { stack_set_name: name } = attributes;
  return resources.find(
    (resource) =>
      resource.type === SET &&
      resource.account === account &&
      resource.region === region &&
      typeof name === "string" &&
      resource.attributes["name"] === name,
  );
}

function readTargets(inventory: Inventory): StackSetTargets {
  const targets: StackSetTarget[] = [];
  const problems: Finding[] = [];
  for (const instances of inventory.resources) {
    if (instances.type !== INSTANCES) continue;
    const stackSet = stackSetOf(inventory, instances);
    // Findings say of the others that their stack set is missing.
    if (stackSet === undefined) continue;
    const { attributes } = instances;
    const deployment = onlyBlock(attributes["deployment_targets"]);
    const units = textList(deployment?.["organizational_unit_ids"]);
    const regions = textList(attributes["regions"]);
    const invalid = [
      ...(units.length === 0
        ? [`deployment_targets names no organizational unit${whyLost(deployment)}`]
        : units
            .filter((id) => !isOrganizationalUnitId(id))
            .map((id) => `${id} is not an organizational unit`)),
      ...(regions.length === 0
        ? [`it names no regions${whyLost(attributes["regions"])}`]
        : regions.filter((name) => !findRegion(name)).map((name) => `AWS has no region ${name}`)),
    ];
    const refusals = [
      ...invalid.map((reason) => finding("stack-set-targets-invalid", instances, reason)),
      ...notAnalyzed(instances, deployment),
      ...permissionModel(stackSet),
    ];
    problems.push(...refusals);
    if (refusals.length === 0) targets.push({ stackSet, instances, units, regions });
  }
  return { targets, problems };
}

/** Only with this model AWS takes organizational units at all. */
function permissionModel(stackSet: Resource): readonly Finding[] {
  const model = stackSet.attributes["permission_model"] ?? "SELF_MANAGED";
  if (model === "SERVICE_MANAGED") return [];
  const shown = typeof model === "string" ? model : "not known";
  return [finding("stack-set-self-managed", stackSet, `permission_model is ${shown}`)];
}

/** What leaves accounts out, or changes the template in some. */
function notAnalyzed(
  instances: Resource,
  deployment: ReturnType<typeof onlyBlock>,
): readonly Finding[] {
  return [
    ...["account_filter_type", "accounts", "accounts_url"]
      .filter((name) => isSet(deployment?.[name]))
      .map((name) => `${name} of deployment_targets`),
    // `accounts` says nothing here: Terraform reads into it which accounts the units have.
    ...(isSet(instances.attributes["parameter_overrides"]) ? ["parameter_overrides"] : []),
  ].map((name) => finding("not-analyzed-setting", instances, name));
}

/** Whether a value says something: neither absent, null, empty nor without entries. */
export function isSet(value: Value): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (isUnresolved(value)) return true;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function onlyBlock(value: Value): Readonly<Record<string, Value>> | undefined {
  const [block, ...others] = isList(value) ? value : [value];
  return isObjectValue(block) && others.length === 0 ? block : undefined;
}

/** The texts of a list; none where one of them is not known. */
function textList(value: Value): readonly string[] {
  if (!isList(value)) return [];
  const texts = value.filter((item) => typeof item === "string");
  return texts.length === value.length ? [...new Set(texts)] : [];
}

function whyLost(value: Value): string {
  const lost = firstUnresolved(value);
  return lost === undefined ? "" : ` that is known: ${lost.expression}: ${lost.reason}`;
}
