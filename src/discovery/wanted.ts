import type { SignInAlertsProps } from "../config/props";
import type { LiveOrganization } from "../live";
import { resolve } from "../plan";
import { membershipIn, type Membership } from "./organization-view";

/** A service that the configuration lets a member account administer, and where it says so. */
export interface WantedAdministrator {
  readonly service: string;
  readonly account: string;
  /** Key of the configuration. */
  readonly key: string;
}

/**
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudformation.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html
 */
const services = {
  stackSets: "member.org.stacksets.cloudformation.amazonaws.com",
  trails: "cloudtrail.amazonaws.com",
} as const;

/** Accounts that administer something for the organization without being its management account. */
export function administratorsIn(configuration: SignInAlertsProps): readonly WantedAdministrator[] {
  const { stackSet, trail, organization } = resolve(configuration);
  const named = [
    ...(stackSet
      ? [{ service: services.stackSets, account: stackSet.account, key: "rollout.account" }]
      : []),
    ...(trail.created
      ? [{ service: services.trails, account: trail.place.account, key: "trail.account" }]
      : []),
  ];
  return named.filter(({ account }) => account !== organization.managementAccount);
}

/** Units that are left out on purpose. */
function unitsLeftOut({ acceptUncovered = [] }: SignInAlertsProps): readonly string[] {
  return acceptUncovered.flatMap(({ organizationalUnits = [] }) => organizationalUnits);
}

/** Units whose accounts have to be known. */
export function unitsIn(configuration: SignInAlertsProps): readonly string[] {
  const { rollout } = configuration;
  const ofRollout = rollout?.type === "stack-set" ? rollout.organizationalUnits : [];
  return [...new Set([...ofRollout, ...unitsLeftOut(configuration)])];
}

/** Whether an account is left out on purpose. */
export function leftOut(
  configuration: SignInAlertsProps,
  organization: LiveOrganization,
  id: string,
): Membership["state"] {
  const { acceptUncovered = [] } = configuration;
  if (acceptUncovered.some(({ accounts = [] }) => accounts.includes(id))) return "in";
  return membershipIn(organization, unitsLeftOut(configuration), id).state;
}

/** Keys of the tags that accounts have in the configuration, or are chosen by. */
export function tagKeysIn(configuration: SignInAlertsProps): ReadonlySet<string> {
  const { accounts, routes = [], ignore = [], acceptUnrouted = [] } = configuration;
  const selectors = [...routes, ...ignore, ...acceptUnrouted].flatMap(
    ({ accounts: chosen = [] }) => chosen,
  );
  selectors.push(...(configuration.userNotifications?.accounts ?? []));
  return new Set([
    ...accounts.flatMap(({ tags = {} }) => Object.keys(tags)),
    ...selectors.filter((text) => text.includes("=")).map((text) => text.split("=", 1)[0] ?? ""),
  ]);
}

/** Ids of the accounts whose regions, and tags, have to be known: those that are, or are to be, covered. */
export function accountsToRead(
  configuration: SignInAlertsProps,
  organization: LiveOrganization,
): readonly string[] {
  const listed = new Set(configuration.accounts.map(({ id }) => id));
  return organization.accounts
    .filter(({ state }) => state === "ACTIVE")
    .map(({ id }) => id)
    .filter((id) => listed.has(id) || leftOut(configuration, organization, id) === "out");
}
