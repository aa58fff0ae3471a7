import type { StackDocument } from "../coverage";
import { deploying, planning, type Permission } from "./permission";
import { providerRoles, type ProviderRoles } from "./provider-roles";

/** Somebody who calls AWS for Terraform. */
export interface Actor {
  /** ARN. @default - the credentials that Terraform is started with */
  readonly role?: string;
  /** @default - any account may start Terraform */
  readonly account?: string;
}

/** An actor that assumes a role, for a stack. */
interface Assuming {
  readonly actor: Actor;
  readonly stack: string;
  readonly permissions: readonly Permission[];
}

/** The role of another name in the same account. */
export function renamed(role: string, name: string | undefined): string {
  return name === undefined ? role : role.replace(/:role\/.*$/u, `:role/${name}`);
}

/** Who acts where, by the provider blocks of all stacks. */
export class Actors {
  readonly #providers: readonly ProviderRoles[];

  constructor(documents: readonly StackDocument[]) {
    this.#providers = documents.flatMap(providerRoles);
  }

  /**
   * What Terraform is started with: of the one account in which it assumes no role, else of any account.
   * It assumes the other roles and reads the state.
   */
  get start(): Actor {
    const own = this.#providers.flatMap(({ chain, account }) =>
      chain.length === 0 && account !== undefined ? [account] : [],
    );
    const [account, ...others] = new Set(own);
    return account === undefined || others.length > 0 ? {} : { account };
  }

  /** Who acts for a stack in an account. */
  of(stack: string, account: string): readonly Actor[] {
    const roles = this.#providers
      .filter((provider) => provider.stack === stack && provider.account === account)
      .map(({ chain }) => chain.at(-1));
    return [...new Set(roles)].map((role) => ({ account, ...(role !== undefined && { role }) }));
  }

  /** Which roles are assumed by whom. @param planRole - name of the role that a plan assumes in the end */
  assuming(planRole: string | undefined): readonly Assuming[] {
    return this.#providers.flatMap(({ stack, chain, besides, account }) =>
      chain.map((role, at): Assuming => {
        const before = chain[at - 1];
        const isLast = at === chain.length - 1;
        const forPlan = isLast ? renamed(role, planRole) : role;
        const call = (uses: Permission["uses"], resource: string) =>
          ["sts:AssumeRole", ...besides].map((action) => ({
            uses,
            action,
            resource,
            conditions: {},
          }));
        return {
          actor: before === undefined ? this.start : { ...(account && { account }), role: before },
          stack,
          permissions:
            forPlan === role
              ? call(planning, role)
              : [...call(["plan"], forPlan), ...call(deploying, role)],
        };
      }),
    );
  }
}
