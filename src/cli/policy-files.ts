import type { Policy } from "../aws/policy-document";
import type { DeploymentPermissions, RolePermissions } from "../permissions";

/** A policy and its file. */
export interface PolicyFile {
  /** Such as `222222222222-plan.json`; a second one of the same role is `222222222222-plan-2.json`. */
  readonly name: string;
  readonly document: Policy;
}

/** Whether a file has a name that {@link policyFiles} gives. */
export function isPolicyFile(name: string): boolean {
  return /^(?:\d{12}|start)(?:-.+)?-(?:plan|deploy)(?:-\d+)?\.json$/u.test(name);
}

/** The policies as files, named by account; by the role, too, where an account has several. */
export function policyFiles({ roles }: DeploymentPermissions): readonly PolicyFile[] {
  return roles.flatMap((role) =>
    (["plan", "deploy"] as const).flatMap((use) =>
      role[use].policies.map((document, at) => ({
        name: `${beginning(role, roles)}-${use}${at === 0 ? "" : `-${at + 1}`}.json`,
        document,
      })),
    ),
  );
}

function beginning(of: RolePermissions, roles: readonly RolePermissions[]): string {
  const { account = "start", deploy } = of;
  const isAlone = roles.every((other) => other === of || other.account !== of.account);
  const role = deploy.role?.split("/").at(-1);
  const name = isAlone || role === undefined ? account : `${account}-${role}`;
  // Accounts and roles are what the generated Terraform says: a name of a file is no path.
  return name.replace(/[^\w+=,.@-]/gu, "_");
}
