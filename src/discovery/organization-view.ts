import type { SignInAlertsProps } from "../config/props";
import type { AccountDetails, LiveAccount, LiveOrganization } from "../live";
import { resolve, type Plan } from "../plan";

/** Whether an account is in one of some units, and in which. */
export type Membership =
  | { readonly state: "in"; readonly unit: string }
  | { readonly state: "out" }
  /** Of a unit that might hold it nothing is known. */
  | { readonly state: "not known" };

/** A configuration and the organization that it is compared with. */
export interface View {
  readonly configuration: SignInAlertsProps;
  readonly plan: Plan;
  readonly organization: LiveOrganization;
  readonly details: ReadonlyMap<string, AccountDetails>;
  /** Units that the rollout names. */
  readonly rolloutUnits: readonly string[];
  readonly accountOf: (id: string) => LiveAccount | undefined;
  /** Which unit of the rollout holds an account; never one for the management account, which stack sets do not reach. */
  readonly rolloutUnitOf: (id: string) => Membership;
}

/** In which of the units an account is; the first that holds it. */
export function membershipIn(
  { units }: LiveOrganization,
  names: readonly string[],
  id: string,
): Membership {
  const unit = names.find((name) => {
    const answer = units.get(name);
    return answer?.state === "known" && answer.value.includes(id);
  });
  if (unit !== undefined) return { state: "in", unit };
  const isKnown = names.every((name) => (units.get(name)?.state ?? "not known") !== "not known");
  return { state: isKnown ? "out" : "not known" };
}

/** How an account is called in sentences. */
export function titleOf({ id, name }: { readonly id: string; readonly name?: string }): string {
  return name === undefined || name.trim() === "" ? id : `${id} (${name})`;
}

export function viewOf(
  configuration: SignInAlertsProps,
  organization: LiveOrganization,
  details: ReadonlyMap<string, AccountDetails>,
): View {
  const { rollout } = configuration;
  const rolloutUnits = rollout?.type === "stack-set" ? rollout.organizationalUnits : [];
  const byId = new Map(organization.accounts.map((account) => [account.id, account]));
  return {
    configuration,
    plan: resolve(configuration),
    organization,
    details,
    rolloutUnits,
    accountOf: (id) => byId.get(id),
    rolloutUnitOf: (id) =>
      id === organization.managementAccount
        ? { state: "out" }
        : membershipIn(organization, rolloutUnits, id),
  };
}
