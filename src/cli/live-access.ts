import type { Command } from "commander";
import { roleArn } from "../aws";
import { UnusableInputError } from "../json/read-json";
import type { LiveAccess } from "../live";
import type { Plan } from "../plan";

/** How the roles are assumed by which a command reaches accounts. */
export interface AccessOptions {
  /** Name of the role in every account; `none` for the credentials themselves. */
  readonly roleName?: string;
  readonly externalId?: string;
  readonly sessionName?: string;
}

/** The role by which an account is reached: the one named, else the one by which Terraform reaches it. */
function roleOf(plan: Plan, account: string, { roleName }: AccessOptions): string | undefined {
  if (roleName === "none") return undefined;
  if (roleName !== undefined) return roleArn({ partition: plan.partition, account }, roleName);
  const places = [
    ...plan.accounts.map(({ id, roleArn: arn }) => ({ id, arn })),
    ...[plan.hub, plan.trail].map(({ place, roleArn: arn }) => ({ id: place.account, arn })),
  ];
  return places.find(({ id }) => id === account)?.arn;
}

/** As whom the accounts of a configuration are reached. */
export function accessOf(plan: Plan, options: AccessOptions): LiveAccess {
  const { externalId, sessionName } = options;
  return {
    region: plan.hub.place.region,
    partition: plan.partition,
    roleArn: (account) => roleOf(plan, account, options),
    ...(externalId !== undefined && { externalId }),
    ...(sessionName !== undefined && { sessionName }),
  };
}

/** Adds the options that say by which roles. @param where - such as `with --live: `, before each description */
export function addAccessOptions(command: Command, where: string, accounts: string): Command {
  return command
    .option(
      "--role-name <name>",
      `${where}role to assume in ${accounts}, none for the credentials themselves (default: the one by which Terraform reaches the account)`,
    )
    .option("--external-id <id>", `${where}what the trust policies of the roles ask for`)
    .option("--session-name <name>", `${where}name of the sessions (default: signin-alerts)`);
}

/** @throws UnusableInputError for an option of another one that is not given */
export function requireOptionFor(
  flag: string,
  isGiven: boolean,
  options: Readonly<Record<string, unknown>>,
): void {
  const given = Object.entries(options).find(([, value]) => value !== undefined);
  if (!isGiven && given)
    throw new UnusableInputError(`${given[0]} is of ${flag}, which is missing`);
}

/** The options of access by the names that people write. */
export function accessFlags(options: AccessOptions): Readonly<Record<string, unknown>> {
  return {
    "--role-name": options.roleName,
    "--external-id": options.externalId,
    "--session-name": options.sessionName,
  };
}
