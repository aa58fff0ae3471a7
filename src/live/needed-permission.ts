/** A call that a command makes, and what it is made for. */
export interface NeededPermission {
  /** The permission in IAM, such as `organizations:ListAccounts`. */
  readonly action: string;
  /** How often, in words. */
  readonly calls: string;
  readonly purpose: string;
}
