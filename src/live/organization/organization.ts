import type { Answer } from "../answer";

/** An account as AWS Organizations lists it. */
export interface LiveAccount {
  readonly id: string;
  readonly name: string;
  /**
   * Such as `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`.
   * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
   */
  readonly state: string;
}

/** Which organization it is. */
export interface OrganizationIdentity {
  /** Such as `o-a1b2c3d4e5`. */
  readonly id: string;
  readonly managementAccount: string;
}

/** What AWS Organizations says of an organization, as far as it was asked. */
export interface LiveOrganization extends OrganizationIdentity {
  readonly accounts: readonly LiveAccount[];
  /** Of the units that were asked for: ids of the accounts in them and in units below; missing where there is no such unit. */
  readonly units: ReadonlyMap<string, Answer<readonly string[]>>;
  /** Of the services that were asked for, by service principal: ids of the accounts that administer it, delegated. */
  readonly administrators: ReadonlyMap<string, Answer<readonly string[]>>;
}

/** What is known of an account beyond the list. */
export interface AccountDetails {
  /**
   * How the account has opted, by region: `ENABLED`, `ENABLED_BY_DEFAULT`, `ENABLING`, `DISABLING`, `DISABLED`.
   * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
   */
  readonly regions: Answer<ReadonlyMap<string, string>>;
  /** Absent: it was not asked for. */
  readonly tags?: Answer<Readonly<Record<string, string>>>;
}
