import { roleArn, type Partition } from "../aws";
import type { SignInAlertsProps } from "../config/props";
import { defaults, noRole } from "./defaults";

/** With which credentials Terraform works in an account. */
export interface AccessPlan {
  /** Role that Terraform assumes; absent: the credentials that Terraform is started with. */
  readonly roleArn?: string;
  /** External id that is sent with the request for that role; absent: none. */
  readonly externalId?: string;
  /** Profile of the first credentials; absent: those that Terraform is started with. */
  readonly profile?: string;
}

/** How Terraform works in an account, listed or not. */
export function accessTo(
  configuration: SignInAlertsProps,
  account: string,
  partition: Partition,
): AccessPlan {
  const own = configuration.accounts.find(({ id }) => id === account);
  const { roleName = configuration.roleName ?? defaults.roleName } = own ?? {};
  const externalId = own?.externalId ?? configuration.externalId;
  const profile = own?.profile ?? configuration.profile;
  return {
    ...(roleName !== noRole && {
      roleArn: roleArn({ partition, account }, roleName),
      ...(externalId !== undefined && { externalId }),
    }),
    ...(profile !== undefined && { profile }),
  };
}
