import { partitionOfRegion } from "../../../aws/regions";
import type { ExpectedCoverage } from "../../expected-coverage";
import { finding, type Finding } from "../../finding";
import type { Inventory, Resource } from "../inventory";
import { isObjectValue, isUnresolved } from "../value";
import { readTemplate } from "./read-template";
import { isSet, stackSetTargets, type StackSetTarget } from "./targets";
import { TemplateError } from "./template-error";
import type { GivenParameters } from "./template-parameters";
import { translated } from "./translate";

/** Which accounts are in which organizational unit, as far as it is known. */
export type KnownAccounts = Pick<ExpectedCoverage, "accounts" | "managementAccount">;

const expanded = new WeakMap<Inventory, Inventory>();

/**
 * The inventory with what its stack sets make. A service-managed stack set reaches every account of
 * an organizational unit, and the Terraform names none. So one account stands for all of them: its id
 * is that of the unit. Accounts that are known to be in the unit come beside it.
 *
 * A stack set never reaches the management account.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html
 */
export function expandStackSets(inventory: Inventory, accounts?: KnownAccounts): Inventory {
  const { targets, problems } = stackSetTargets(inventory);
  if (targets.length + problems.length === 0) return inventory;
  if (accounts !== undefined) return expansion(inventory, accounts);
  const found = expanded.get(inventory) ?? expansion(inventory, { accounts: [] });
  expanded.set(inventory, found);
  return found;
}

function expansion(inventory: Inventory, accounts: KnownAccounts): Inventory {
  const { targets, problems } = stackSetTargets(inventory);
  const made = targets.map((target) => resourcesOf(target, accounts));
  const resources = new Map(
    made.flatMap((target) =>
      target.resources.map((each) => [`${each.stack} ${each.address}`, each] as const),
    ),
  );
  return {
    ...inventory,
    resources: [...inventory.resources, ...resources.values()],
    problems: [
      ...inventory.problems,
      ...problems,
      ...made.flatMap((target) => target.problems),
      ...shared(targets),
    ],
    unread: new Map([...(inventory.unread ?? []), ...made.flatMap(({ unread }) => unread)]),
  };
}

interface Made {
  readonly resources: readonly Resource[];
  readonly problems: readonly Finding[];
  readonly unread: readonly (readonly [string, Finding])[];
}

function resourcesOf({ stackSet, units, regions }: StackSetTarget, accounts: KnownAccounts): Made {
  const reached = units.flatMap((unit) => [unit, ...membersOf(unit, accounts)]);
  const places = regions.flatMap((region) => reached.map((account) => ({ account, region })));
  const reasons = new Set<string>();
  const unread = new Map<string, Finding>();
  const because = (reason: string) => finding("not-analyzed-template", stackSet, reason);
  const resources = places.flatMap(({ account, region }) => {
    const { stack } = stackSet;
    const address = `${stackSet.address}[${JSON.stringify(account)}] ${region}`;
    const place = { account, region, partition: partitionOfRegion(region) };
    try {
      const template = readTemplate(templateText(stackSet));
      return translated(template, { place, stack, address, parameters: givenTo(stackSet) });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      for (const problem of error.problems) reasons.add(problem);
      unread.set(`${account}/${region}/default`, because(error.problems[0] ?? ""));
      return [];
    }
  });
  return { resources, problems: [...reasons].map(because), unread: [...unread] };
}

/** The accounts of a unit that are named somewhere, the management account left out. */
function membersOf(
  unit: string,
  { accounts, managementAccount }: KnownAccounts,
): readonly string[] {
  return accounts
    .filter(({ id, organizationalUnit }) => organizationalUnit === unit && id !== unit)
    .map(({ id }) => id)
    .filter((id) => id !== managementAccount);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html */
const longestTemplate = 51_200;

/** @throws TemplateError where the template, or what it is created with, is not known */
function templateText({ attributes }: Resource): string {
  const { template_body: body } = attributes;
  if (isSet(attributes["template_url"])) {
    throw new TemplateError(["template_url of the stack set is set"]);
  }
  if (typeof body === "string" && body !== "") {
    const bytes = Buffer.byteLength(body);
    if (bytes <= longestTemplate) return body;
    throw new TemplateError([`it has ${bytes} bytes, AWS allows ${longestTemplate}`]);
  }
  throw new TemplateError([
    isUnresolved(body)
      ? `template_body cannot be resolved: ${body.reason}`
      : "it has no template_body",
  ]);
}

/** @throws TemplateError where one of the parameters is not known */
function givenTo({ attributes }: Resource): GivenParameters {
  const { parameters } = attributes;
  if (!isSet(parameters)) return {};
  if (!isObjectValue(parameters)) throw new TemplateError(["its parameters are not known"]);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value === "string" || typeof value === "number") return [name, String(value)];
      throw new TemplateError([`Parameters.${name}: its value is not known`]);
    }),
  );
}

/**
 * The provider reads all stacks of a stack set into each of its stack instances, whichever unit they
 * are of: the next apply of one would delete the stacks of the other.
 */
function shared(targets: readonly StackSetTarget[]): readonly Finding[] {
  return targets.flatMap(({ stackSet, instances }, index) =>
    targets
      .slice(0, index)
      .filter((other) => other.stackSet === stackSet)
      .slice(0, 1)
      .map((other) => finding("stack-set-shared", instances, other.instances.address)),
  );
}
