import { parseArn } from "../aws/arn";
import type { Policy } from "../aws/policy-document";
import type { Inventory } from "../coverage";
import { UnusableInputError } from "../json/read-json";
import { Actors, renamed, type Actor } from "./actors";
import type { Permission, Use } from "./permission";
import { readingParameter, readsOf } from "./data-sources";
import { policiesOf } from "./policies";
import { permissionsOfResource, rolesIn, type UnknownPermissions } from "./resource-permissions";
import { statePermissions } from "./state-permissions";
import { statementsOf } from "./statements";

/** What a role needs for one use. */
export interface UsePermissions {
  /** ARN of the role. @default - the credentials that Terraform is started with */
  readonly role?: string;
  /** At most 6,144 characters each. */
  readonly policies: readonly Policy[];
}

/** What Terraform needs by one role, for planning and for deploying. */
export interface RolePermissions {
  /** Account of the role. @default - any account may start Terraform */
  readonly account?: string;
  /** Stacks that it works for, sorted. */
  readonly stacks: readonly string[];
  readonly plan: UsePermissions;
  /** All that a plan needs, and what changes something. */
  readonly deploy: UsePermissions;
}

/** What deploying needs, and what is not known of it. */
export interface DeploymentPermissions {
  readonly roles: readonly RolePermissions[];
  readonly unknown: readonly UnknownPermissions[];
}

/** How permissions are worked out. */
export interface PermissionOptions {
  /** Name of the role that a plan assumes in each account. @default - the one that deploys */
  readonly planRole?: string | undefined;
}

/**
 * What the roles that plan and deploy generated Terraform have to be allowed, and nothing besides.
 * @throws UnusableInputError for a plan or state, which does not say which roles Terraform assumes
 */
export function permissionsOf(
  inventory: Inventory,
  { planRole }: PermissionOptions = {},
): DeploymentPermissions {
  const { documents, resources } = inventory;
  if (documents === undefined) {
    throw new UnusableInputError(
      "a plan or state does not say which roles Terraform assumes: name the folder of the generated Terraform",
    );
  }
  const actors = new Actors(documents);
  const created = rolesIn(inventory);
  const needs = new Needs();
  const unknown: UnknownPermissions[] = [];
  for (const document of documents) {
    const reads = readsOf(document);
    unknown.push(...reads.unknown);
    for (const arn of reads.parameters) {
      for (const actor of actors.of(document.name, parseArn(arn)?.account ?? "")) {
        needs.add(actor, document.name, [readingParameter(arn)]);
      }
    }
  }
  for (const resource of resources) {
    const { account, stack, address } = resource;
    const acting = typeof account === "string" ? actors.of(stack, account) : [];
    if (typeof account !== "string" || acting.length === 0) {
      unknown.push({ stack, address, reason: "it is not known who creates it in which account" });
      continue;
    }
    const own = permissionsOfResource(resource, account, created);
    unknown.push(...own.unknown);
    for (const actor of acting) needs.add(actor, stack, own.permissions);
  }
  for (const document of documents) {
    const { role, permissions } = statePermissions(document);
    const account = role === undefined ? undefined : parseArn(role)?.account;
    const actor = role === undefined ? actors.start : { role, ...(account && { account }) };
    needs.add(actor, document.name, permissions);
  }
  for (const { actor, stack, permissions } of actors.assuming(planRole)) {
    needs.add(actor, stack, permissions);
  }
  return { roles: needs.roles(planRole), unknown };
}

/** What each actor needs, as it is found. */
class Needs {
  readonly #byActor = new Map<
    string,
    { readonly actor: Actor; readonly stacks: Set<string>; readonly permissions: Permission[] }
  >();

  add(actor: Actor, stack: string, permissions: readonly Permission[]): void {
    if (permissions.length === 0) return;
    const id = `${actor.account ?? ""} ${actor.role ?? ""}`;
    const need = this.#byActor.get(id) ?? { actor, stacks: new Set(), permissions: [] };
    need.stacks.add(stack);
    need.permissions.push(...permissions);
    this.#byActor.set(id, need);
  }

  /** By account; what Terraform is started with comes first in its own. */
  roles(planRole: string | undefined): readonly RolePermissions[] {
    return [...this.#byActor]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { actor, stacks, permissions }]) => {
        const { account, role } = actor;
        const policiesFor = (use: Use) =>
          policiesOf(statementsOf(permissions.filter(({ uses }) => uses.includes(use))));
        return {
          ...(account !== undefined && { account }),
          stacks: [...stacks].sort(),
          plan: {
            ...(role !== undefined && { role: renamed(role, planRole) }),
            policies: policiesFor("plan"),
          },
          deploy: { ...(role !== undefined && { role }), policies: policiesFor("deploy") },
        };
      });
  }
}
