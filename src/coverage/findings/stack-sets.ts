import type { ExpectedCoverage } from "../expected-coverage";
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
  stopAt,
  stopsOf,
  text,
  type Network,
} from "../network";
import type { Stop } from "../trace-result";

const NAME = "stack set";

/** What keeps stack sets from reaching every account that they should, now and later. */
export function stackSetFindings(
  network: Network,
  expected: ExpectedCoverage | undefined,
): readonly Stop[] {
  const sets = network.all("aws_cloudformation_stack_set");
  const instances = network.all("aws_cloudformation_stack_instances");
  return [
    ...sets.flatMap((set) =>
      [checkAutoDeployment, checkCapabilities, checkInstances].flatMap((check) =>
        stopsOf(() => {
          check(set, network);
        }),
      ),
    ),
    ...[...sets, ...instances].flatMap((resource) =>
      stopsOf(() => {
        checkCaller(resource, expected?.managementAccount);
      }),
    ),
    ...instances.flatMap((resource) =>
      stopsOf(() => {
        checkOwner(network, resource);
      }),
    ),
    ...(expected ? unreached(network, expected) : []),
  ];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html */
function checkAutoDeployment(set: Resource): void {
  const block = blockOf(set, "auto_deployment");
  if (block !== undefined && flag(set, "enabled", false, block)) return;
  stopAt(
    NAME,
    set,
    "auto_deployment is not enabled: accounts that join later would not be covered",
  );
}

/** Without it CloudFormation makes no role that has a name. */
function checkCapabilities(set: Resource): void {
  const { template_body: template } = set.attributes;
  // A template that cannot be resolved is a finding of its own.
  if (typeof template !== "string" || !template.includes("AWS::IAM::")) return;
  const wanted = "CAPABILITY_NAMED_IAM";
  const capabilities = known(set, "capabilities", set.attributes["capabilities"]);
  if (isList(capabilities) && capabilities.includes(wanted)) return;
  stopAt(NAME, set, `its template makes roles, but capabilities does not have ${wanted}`);
}

function checkInstances(set: Resource, network: Network): void {
  const { account, region } = placeOf(set);
  const key = `${account}/${region}/${text(set, "name")}`;
  if (network.find("aws_cloudformation_stack_instances", key).length > 0) return;
  stopAt(NAME, set, "it has no stack instances: it makes nothing anywhere");
}

function checkOwner(network: Network, instances: Resource): void {
  const set = stackSetOf(network.inventory, instances);
  if (set === undefined) {
    return stopAt(
      NAME,
      instances,
      `the stack set ${text(instances, "stack_set_name")} is not there`,
    );
  }
  if (callerOf(set) === callerOf(instances)) return;
  stopAt(NAME, instances, `its call_as is not that of ${shownAddress(set)}, ${callerOf(set)}`);
}

function callerOf(resource: Resource): string {
  return optionalText(resource, "call_as") ?? "SELF";
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html */
function checkCaller(resource: Resource, managementAccount: string | undefined): void {
  const caller = callerOf(resource);
  if (caller !== "SELF" && caller !== "DELEGATED_ADMIN") {
    stopAt(NAME, resource, `call_as is ${caller}, which is not understood by this check`);
  }
  if (managementAccount === undefined) return;
  const { account } = placeOf(resource);
  const expected = account === managementAccount ? "SELF" : "DELEGATED_ADMIN";
  if (caller === expected) return;
  stopAt(NAME, resource, `call_as is ${caller}, but account ${account} must say ${expected}`);
}

/** Units, regions and accounts that stack sets are expected to reach, and do not. */
function unreached(network: Network, expected: ExpectedCoverage): readonly Stop[] {
  const { targets } = stackSetTargets(network.inventory);
  const [any] = network.all("aws_cloudformation_stack_set");
  const units = new Set(expected.accounts.flatMap((account) => unitOf(account) ?? []));
  return [...units].flatMap((unit) => {
    const reaching = targets.filter((target) => target.units.includes(unit));
    const [first] = reaching;
    if (first === undefined) {
      return stopsOf(() =>
        stopAt(NAME, any, `no stack set reaches the organizational unit ${unit}`),
      );
    }
    return [
      ...stopsOf(() => {
        checkRegions(unit, reaching, first, expected);
      }),
      ...stopsOf(() => {
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
    stopAt(NAME, instances, `it makes no stacks of ${unit} in ${lost.join(", ")}`);
}

function checkManagementAccount(
  unit: string,
  { stackSet }: StackSetTarget,
  { accounts, managementAccount }: ExpectedCoverage,
): void {
  const found = accounts.find(({ id }) => id === managementAccount);
  if (found?.organizationalUnit !== unit) return;
  stopAt(
    NAME,
    stackSet,
    `no stack set reaches the management account ${found.id}: it needs a stack of its own`,
  );
}
