/** A policy of AWS Organizations. */
export interface OrganizationPolicy {
  /** Such as `p-examplepolicyid`. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** JSON of its document. */
  readonly json: string;
}

/** The policies of one type that limit an account: those of the root, of each unit above it, and its own. */
export type PolicyLevels = readonly (readonly OrganizationPolicy[])[];

/**
 * What limits an account from above. An empty list says that the organization does not use that type.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_authorization_policies.html
 */
export interface AccountLimits {
  /** What its users and roles may do at most. */
  readonly serviceControl: PolicyLevels;
  /** What may be done with its resources at most. */
  readonly resourceControl: PolicyLevels;
}

/** Limits by account. The management account has none, and what is not known is not in it. */
export type OrganizationPolicies = ReadonlyMap<string, AccountLimits>;
