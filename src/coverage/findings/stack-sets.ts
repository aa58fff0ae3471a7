import { findRegion } from "../../aws";
import type { ExpectedCoverage } from "../expected-coverage";
import { blocked, blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { stackSetOf, stackSetTargets, unitOf, type StackSetTarget } from "../inventory/stack-set";
import { isList } from "../inventory/value";
import {
  block as blockOf,
  flag,
  known,
  optionalText,
  placeOf,
  shownAddress,
  text,
  type ResourceIndex,
} from "../resource-index";

/** What keeps stack sets from reaching every account that they should, now and later. */
export function stackSetFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  const sets = index.all("aws_cloudformation_stack_set");
  const instances = index.all("aws_cloudformation_stack_instances");
  return [
    ...sets.flatMap((set) =>
      [checkRegion, checkAutoDeployment, checkCapabilities, checkInstances].flatMap((check) =>
        blockersOf(() => {
          check(set, index);
        }),
      ),
    ),
    ...[...sets, ...instances].flatMap((resource) =>
      blockersOf(() => {
        checkCaller(resource, expected?.managementAccount);
      }),
    ),
    ...instances.flatMap((resource) =>
      blockersOf(() => {
        checkOwner(index, resource);
      }),
    ),
    ...(expected ? unreached(index, expected) : []),
  ];
}

/** Any region that AWS has may hold a stack set: it makes stacks in all of them. */
function checkRegion(set: Resource): void {
  const { region } = placeOf(set);
  if (!findRegion(region)) blocked("value-invalid", set, `its region: AWS has no region ${region}`);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html */
function checkAutoDeployment(set: Resource): void {
  const block = blockOf(set, "auto_deployment");
  if (block !== undefined && flag(set, "enabled", false, block)) return;
  blocked("stack-set-setting", set, "enabled of auto_deployment should be true");
}

/** Without it CloudFormation makes no role that has a name. */
function checkCapabilities(set: Resource): void {
  const { template_body: template } = set.attributes;
  // A template that cannot be resolved is a finding of its own.
  if (typeof template !== "string" || !template.includes("AWS::IAM::")) return;

  const capabilities = known(set, "capabilities", set.attributes["capabilities"]);
  if (isList(capabilities) && capabilities.includes("CAPABILITY_NAMED_IAM")) return;
  blocked("stack-set-setting", set, "capabilities should have CAPABILITY_NAMED_IAM");
}

function checkInstances(set: Resource, index: ResourceIndex): void {
  const { account, region } = placeOf(set);
  const key = `${account}/${region}/${text(set, "name")}`;
  if (index.find("aws_cloudformation_stack_instances", key).length > 0) return;
  blocked("stack-set-target-missing", set, "it has no stack instances");
}

function checkOwner(index: ResourceIndex, instances: Resource): void {
  const set = stackSetOf(index.inventory, instances);
  if (set === undefined) {
    const name = text(instances, "stack_set_name");
    return blocked("orphaned-resource", instances, `the stack set ${name}`);
  }
  if (callerOf(set) === callerOf(instances)) return;
  blocked(
    "stack-set-setting",
    instances,
    `call_as is not that of ${shownAddress(set)}: ${callerOf(set)}`,
  );
}

function callerOf(resource: Resource): string {
  return optionalText(resource, "call_as") ?? "SELF";
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html */
function checkCaller(resource: Resource, managementAccount: string | undefined): void {
  const caller = callerOf(resource);
  if (caller !== "SELF" && caller !== "DELEGATED_ADMIN") {
    blocked("not-analyzed-setting", resource, `call_as ${caller}`);
  }
  if (managementAccount === undefined) return;
  const { account } = placeOf(resource);
  const expected = account === managementAccount ? "SELF" : "DELEGATED_ADMIN";
  if (caller === expected) return;
  blocked(
    "stack-set-setting",
    resource,
    `call_as is ${caller}, account ${account} must say ${expected}`,
  );
}

/** Units, regions and accounts that stack sets are expected to reach, and do not. */
function unreached(index: ResourceIndex, expected: ExpectedCoverage): readonly Finding[] {
  const { targets } = stackSetTargets(index.inventory);
  const [any] = index.all("aws_cloudformation_stack_set");
  const units = new Set(expected.accounts.flatMap((account) => unitOf(account) ?? []));
  return [...units].flatMap((unit) => {
    const reaching = targets.filter((target) => target.units.includes(unit));
    const [first] = reaching;
    if (first === undefined) {
      return [finding("stack-set-target-missing", any, unit)];
    }
    return [
      ...blockersOf(() => {
        checkRegions(unit, reaching, first, expected);
      }),
      ...blockersOf(() => {
        checkManagementAccount(unit, first, expected);
      }),
    ];
  });
}

function checkRegions(
  unit: string,
  reaching: readonly StackSetTarget[],
  { instances }: StackSetTarget,
  { accounts, managementAccount }: ExpectedCoverage,
): void {
  const wanted = accounts
    .filter((account) => unitOf(account) === unit && account.id !== managementAccount)
    .flatMap(({ regions }) => regions);
  const made = new Set(reaching.flatMap(({ regions }) => regions));
  const lost = [...new Set(wanted)].filter((region) => !made.has(region)).sort();
  if (lost.length > 0)
    blocked("stack-set-target-missing", instances, `${unit} in ${lost.join(", ")}`);
}

function checkManagementAccount(
  unit: string,
  { stackSet }: StackSetTarget,
  { accounts, managementAccount }: ExpectedCoverage,
): void {
  const found = accounts.find(({ id }) => id === managementAccount);
  if (found?.organizationalUnit !== unit) return;
  blocked("stack-set-management-account", stackSet, found.id);
}
