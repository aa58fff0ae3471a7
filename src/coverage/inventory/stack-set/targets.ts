import { findRegion } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import type { ExpectedCoverage } from "../../expected-coverage";
import { finding, type Finding } from "../../finding";
import type { Inventory, Resource } from "../inventory";
import { firstUnresolved, isBlank, isList, isObjectValue, type Value } from "../value";

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
  return [finding("stack-set-setting", stackSet, `permission_model is ${shown}`)];
}

/** The filter that leaves no account of a unit out. */
const allAccounts = "NONE";

/** What leaves accounts out, or changes the template in some. */
function notAnalyzed(
  instances: Resource,
  deployment: ReturnType<typeof onlyBlock>,
): readonly Finding[] {
  return [
    ...["account_filter_type", "accounts", "accounts_url"]
      .filter((name) => isSet(deployment?.[name]) && deployment?.[name] !== allAccounts)
      .map((name) => `${name} of deployment_targets`),
    // `accounts` says nothing here: Terraform reads into it which accounts the units have.
    ...(isSet(instances.attributes["parameter_overrides"]) ? ["parameter_overrides"] : []),
  ].map((name) => finding("not-analyzed-setting", instances, name));
}

/** Whether a value says something: neither blank nor a map without entries. */
export function isSet(value: Value): boolean {
  return !isBlank(value) && !(isObjectValue(value) && Object.keys(value).length === 0);
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

type ExpectedAccount = ExpectedCoverage["accounts"][number];

/** The account with a name that says what it stands for, where it stands for a whole unit. */
export function namedUnit(account: ExpectedAccount): ExpectedAccount {
  if (account.name !== undefined || !isOrganizationalUnitId(account.id)) return account;
  return { ...account, name: `every account of ${account.id}` };
}

/** The unit through which a stack set is to reach an account; a unit reaches itself. */
export function unitOf({ id, organizationalUnit }: ExpectedAccount): string | undefined {
  return organizationalUnit ?? (isOrganizationalUnitId(id) ? id : undefined);
}

/**
 * What is expected, with one account for each unit that it speaks of and a stack set reaches: future
 * accounts get what this one gets. Its regions are those of the stack set, unless they are stated.
 */
export function withUnits(expected: ExpectedCoverage, inventory: Inventory): ExpectedCoverage {
  const stated = new Set(expected.accounts.map(({ id }) => id));
  const wanted = new Set(expected.accounts.flatMap((account) => unitOf(account) ?? []));
  const regions = new Map<string, Set<string>>();
  for (const target of stackSetTargets(inventory).targets) {
    for (const unit of target.units) {
      const found = regions.get(unit) ?? new Set();
      for (const region of target.regions) found.add(region);
      regions.set(unit, found);
    }
  }
  const added = [...regions]
    .filter(([unit]) => wanted.has(unit) && !stated.has(unit))
    .map(([unit, found]) => namedUnit({ id: unit, regions: [...found] }));
  return { ...expected, accounts: [...expected.accounts, ...added] };
}
