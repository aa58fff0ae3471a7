import type { Command } from "commander";
import { roleArn } from "../aws";
import { externalIds } from "../aws/external-id";
import { sessionName } from "../config/forms/access";
import { formatValue } from "../config/problem";
import { UnusableInputError } from "../json/read-json";
import type { LiveAccess } from "../live";
import type { Plan } from "../plan";
import type { AccessPlan } from "../plan/access";
import { roleNames } from "./role-name";

/** How the roles are assumed by which a command reaches accounts. */
export interface AccessOptions {
  /** Name of the role in every account; `none` for the credentials themselves. */
  readonly roleName?: string;
  /** @default - the configuration's for the roles by which Terraform reaches accounts, none for others */
  readonly externalId?: string;
  /** @default - the configuration's, else "signin-alerts" */
  readonly sessionName?: string;
}

/** The access by which an account is reached: the role that is named, else the one by which Terraform reaches it. */
function accessTo(plan: Plan, account: string, { roleName }: AccessOptions): AccessPlan {
  const { partition, accounts, hub, trail, stackSet } = plan;
  if (roleName === "none") return {};
  if (roleName !== undefined) return { roleArn: roleArn({ partition, account }, roleName) };
  const places = [
    ...accounts,
    ...[hub, trail].map((part) => ({ ...part, id: part.place.account })),
    ...(stackSet ? [{ ...stackSet, id: stackSet.account }] : []),
  ];
  return places.find(({ id }) => id === account) ?? {};
}

/**
 * As whom the accounts of a configuration are reached: options go before what the configuration says.
 * @throws UnusableInputError with all that AWS would not accept of the options
 */
export function accessOf(plan: Plan, options: AccessOptions): LiveAccess {
  requireAccepted(options);
  const { externalId, sessionName = plan.terraform.sessionName } = options;
  return {
    region: plan.hub.place.region,
    partition: plan.partition,
    roleArn: (account) => accessTo(plan, account, options).roleArn,
    externalId: (account) => externalId ?? accessTo(plan, account, options).externalId,
    ...(sessionName !== undefined && { sessionName }),
  };
}

/** What AWS accepts, by option and flag. */
const accepted = [
  ["roleName", "--role-name", roleNames.form, roleNames.allowed],
  ["externalId", "--external-id", externalIds.form, externalIds.allowed],
  ["sessionName", "--session-name", sessionName.pattern, sessionName.allowed],
] as const;

/** What AWS would otherwise refuse in each account, and in words of its own. */
function requireAccepted(options: AccessOptions): void {
  const problems = accepted.flatMap(([name, flag, form, allowed]) => {
    const value = options[name];
    return value === undefined || form?.test(value) !== false
      ? []
      : [`${flag} must be ${allowed}, not ${formatValue(value)}`];
  });
  if (problems.length > 0) throw new UnusableInputError(problems.join("; "));
}

/** Adds the options that say by which roles. @param where - such as `with --live: `, before each description */
export function addAccessOptions(command: Command, where: string, accounts: string): Command {
  return command
    .option(
      "--role-name <name>",
      `${where}role to assume in ${accounts}, none for the credentials themselves (default: the one by which Terraform reaches the account)`,
    )
    .option(
      "--external-id <id>",
      `${where}external id that the trust policies of the roles require`,
    )
    .option("--session-name <name>", `${where}name of the sessions (default: signin-alerts)`);
}

/** @throws UnusableInputError for an option of another one that is not given */
export function requireOptionFor(
  flag: string,
  isGiven: boolean,
  options: Readonly<Record<string, unknown>>,
): void {
  const given = Object.entries(options).find(([, value]) => value !== undefined);
  if (!isGiven && given) throw new UnusableInputError(`${given[0]} needs ${flag}`);
}

/** The options of access by the names that people write. */
export function accessFlags(options: AccessOptions): Readonly<Record<string, unknown>> {
  return {
    "--role-name": options.roleName,
    "--external-id": options.externalId,
    "--session-name": options.sessionName,
  };
}
