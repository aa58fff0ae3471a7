import { parseArn } from "../aws";
import type { ExpectedCoverage } from "./expected-coverage";
import { expandStackSets, type Inventory } from "./inventory";
import { resourceIndexOf, statedOrganizations, type ResourceIndex } from "./resource-index";
import { counted, firstOf } from "./report/wording";

/** What tells one deployment from another. */
interface Deployment {
  /** Account and region of the hub, several where rules of other event buses are beside its own. */
  readonly hubs: readonly string[];
  /** Event buses of those rules. */
  readonly buses: readonly string[];
  /** Names of the hub's rules. */
  readonly rules: readonly string[];
  /** Accounts that have a rule. */
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}

function found(inventory: Inventory): Deployment {
  const index = resourceIndexOf(expandStackSets(inventory));
  const keys = index.keys("aws_cloudwatch_event_rule");
  const ofHub = keys.map((key) => key.split("/")).filter(([, , bus]) => bus !== "default");
  return {
    hubs: unique(ofHub.map(([account, region]) => `${account} ${region}`)),
    buses: unique(ofHub.map(([, , bus = ""]) => bus)),
    rules: unique(ofHub.flatMap((key) => namesAt(index, key.join("/")))),
    accounts: unique(keys.map((key) => key.split("/")[0] ?? "")),
    organizations: unique(statedOrganizations(index).map(({ id }) => id)),
  };
}

function namesAt(index: ResourceIndex, bus: string): readonly string[] {
  return index
    .find("aws_cloudwatch_event_rule", bus)
    .flatMap(({ attributes: { name } }) => (typeof name === "string" ? [name] : []));
}

function promised({ accounts, routes = [], organization }: ExpectedCoverage): Deployment {
  const topics = routes.flatMap(({ topicArn }) => parseArn(topicArn) ?? []);
  return {
    hubs: unique(topics.map(({ account, region }) => `${account} ${region}`)),
    buses: [],
    rules: unique(routes.flatMap(({ rules }) => rules.map(({ name }) => name))),
    accounts: unique(accounts.map(({ id }) => id)),
    organizations: organization === undefined ? [] : [organization],
  };
}

/** Whether both sides say something, and nothing that the other says. */
function areApart(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((item) => other.includes(item));
}

function described({ hubs, buses, accounts, organizations }: Deployment): string {
  const bus = buses.length > 0 ? ` (event bus ${firstOf(buses, 2)})` : "";
  return [
    ...(hubs.length > 0 ? [`its hub in ${firstOf(hubs, 2)}${bus}`] : []),
    `${counted(accounts.length, "account")} (${firstOf(accounts, 3)})`,
    ...(organizations.length > 0 ? [`organization ${firstOf(organizations, 2)}`] : []),
  ].join(", ");
}

/**
 * What generated Terraform is of and what the configuration has instead, where the one was not
 * generated from the other: they have no account in common, or two of the hub's place, the names of
 * its rules and the organization are others. One of them alone may have been changed by hand, which
 * is for findings to say.
 */
export function otherConfiguration(
  inventory: Inventory,
  expected: ExpectedCoverage,
): { readonly found: string; readonly promised: string } | undefined {
  const [here, wanted] = [found(inventory), promised(expected)];
  const apart = (["hubs", "rules", "organizations"] as const).filter((key) =>
    areApart(here[key], wanted[key]),
  );
  if (apart.length < 2 && !areApart(here.accounts, wanted.accounts)) return undefined;
  return { found: described(here), promised: described(wanted) };
}
