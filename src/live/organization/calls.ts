import { AccountClient, ListRegionsCommand } from "@aws-sdk/client-account";
import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListDelegatedAdministratorsCommand,
  ListOrganizationalUnitsForParentCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
  type Account,
} from "@aws-sdk/client-organizations";
import type { Answer } from "../answer";
import type { Here } from "../here";
import type { Service } from "../service";
import type { LiveAccount, OrganizationIdentity } from "./organization";

export const organizations: Service<OrganizationsClient> = {
  prefix: "organizations",
  create: (settings) => new OrganizationsClient(settings),
};
const accountManagement: Service<AccountClient> = {
  prefix: "account",
  create: (settings) => new AccountClient(settings),
};

/** AWS Organizations answers few calls a second, and Account Management no more. */
export const callsAtOnce = 4;

/** What all of a list must be for the list to be known. */
export function whole<T>(items: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  const known = items?.filter((item) => item !== undefined);
  return known?.length === items?.length ? known : undefined;
}

function accountsIn(accounts: readonly Account[] | undefined): readonly LiveAccount[] | undefined {
  return whole(
    // AWS has replaced Status by State.
    accounts?.map(({ Id: id, Name: name = "", State, Status }) => {
      const state = State ?? Status;
      return id === undefined || state === undefined ? undefined : { id, name, state };
    }),
  );
}

/** The organization's id and management account. */
export function describeOrganization(here: Here): Promise<Answer<OrganizationIdentity>> {
  return here.ask({
    service: organizations,
    operation: "DescribeOrganization",
    send: (client) => client.send(new DescribeOrganizationCommand({})),
    result: ({ Organization: { Id: id, MasterAccountId: managementAccount } = {} }) =>
      id === undefined || managementAccount === undefined ? undefined : { id, managementAccount },
  });
}

/** Every account of the organization, closed ones included. */
export function listAccounts(here: Here): Promise<Answer<readonly LiveAccount[]>> {
  return here.pages({
    service: organizations,
    operation: "ListAccounts",
    send: (client, NextToken) => client.send(new ListAccountsCommand({ NextToken })),
    result: ({ Accounts }) => accountsIn(Accounts),
    next: ({ NextToken }) => NextToken,
  });
}

/** The accounts that stand directly in a unit or root. */
export function listAccountsIn(here: Here, unit: string): Promise<Answer<readonly LiveAccount[]>> {
  return here.pages({
    service: organizations,
    operation: "ListAccountsForParent",
    send: (client, NextToken) =>
      client.send(new ListAccountsForParentCommand({ ParentId: unit, NextToken })),
    result: ({ Accounts }) => accountsIn(Accounts),
    next: ({ NextToken }) => NextToken,
  });
}

/** Ids of the units that stand directly in a unit or root. */
export function listUnitsIn(here: Here, unit: string): Promise<Answer<readonly string[]>> {
  return here.pages({
    service: organizations,
    operation: "ListOrganizationalUnitsForParent",
    send: (client, NextToken) =>
      client.send(new ListOrganizationalUnitsForParentCommand({ ParentId: unit, NextToken })),
    result: ({ OrganizationalUnits }) => whole(OrganizationalUnits?.map(({ Id }) => Id)),
    next: ({ NextToken }) => NextToken,
  });
}

/** Ids of the accounts that administer a service. @param service - its service principal */
export function listAdministrators(
  here: Here,
  service: string,
): Promise<Answer<readonly string[]>> {
  return here.pages({
    service: organizations,
    operation: "ListDelegatedAdministrators",
    send: (client, NextToken) =>
      client.send(new ListDelegatedAdministratorsCommand({ ServicePrincipal: service, NextToken })),
    result: ({ DelegatedAdministrators }) => whole(DelegatedAdministrators?.map(({ Id }) => Id)),
    next: ({ NextToken }) => NextToken,
  });
}

/** Tags of an account, as name and value. */
export function listTags(
  here: Here,
  account: string,
): Promise<Answer<readonly (readonly [string, string])[]>> {
  return here.pages({
    service: organizations,
    operation: "ListTagsForResource",
    send: (client, NextToken) =>
      client.send(new ListTagsForResourceCommand({ ResourceId: account, NextToken })),
    result: ({ Tags }) =>
      whole(
        Tags?.map(({ Key, Value }) =>
          Key === undefined || Value === undefined ? undefined : ([Key, Value] as const),
        ),
      ),
    next: ({ NextToken }) => NextToken,
  });
}

/**
 * How an account has opted, by region. The management account must not name itself, AWS says.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export function listRegions(
  here: Here,
  account: string,
): Promise<Answer<readonly (readonly [string, string])[]>> {
  const isOwn = account === here.place.account;
  return here.pages({
    service: accountManagement,
    operation: "ListRegions",
    send: (client, NextToken) =>
      client.send(
        // All regions on one page: there are fewer than 50.
        new ListRegionsCommand({
          ...(!isOwn && { AccountId: account }),
          MaxResults: 50,
          NextToken,
        }),
      ),
    result: ({ Regions }) =>
      // Every account has regions without opt-in: an empty list is not an answer.
      Regions?.length === 0
        ? undefined
        : whole(
            Regions?.map(({ RegionName, RegionOptStatus }) =>
              RegionName === undefined || RegionOptStatus === undefined
                ? undefined
                : ([RegionName, RegionOptStatus] as const),
            ),
          ),
    next: ({ NextToken }) => NextToken,
  });
}
