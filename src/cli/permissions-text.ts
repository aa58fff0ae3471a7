import { plainLine } from "../coverage/report/plain-text";
import {
  lengthOf,
  LONGEST_POLICY,
  type DeploymentPermissions,
  type RolePermissions,
  type UsePermissions,
} from "../permissions";

const number = new Intl.NumberFormat("en-US");

/** Who needs what, as a terminal shows it. */
export function permissionsText({ roles, unknown }: DeploymentPermissions): readonly string[] {
  return [
    ...roles.flatMap(roleLines),
    ...unknown.map(({ stack, address, reason }) => plainLine(`✗ ${stack} ${address}: ${reason}`)),
    "",
    `A managed policy has at most ${number.format(LONGEST_POLICY)} characters without white space, a role ten of them by default.`,
    ...(roles.some(({ plan }) => plan.role === undefined)
      ? ["Without a role: whatever Terraform is started with."]
      : []),
  ];
}

function roleLines({ account, stacks, plan, deploy }: RolePermissions): readonly string[] {
  const shown = stacks.length > 3 ? `${stacks.length} stacks` : stacks.join(", ");
  return [
    plainLine(`${account ?? "any account"}  ${shown}`),
    `  plan    ${useLine(plan)}`,
    `  deploy  ${useLine(deploy)}`,
  ];
}

function useLine({ role, policies }: UsePermissions): string {
  const sizes = policies.map((document) => number.format(lengthOf(document))).join(" + ");
  const count = policies.length === 1 ? "1 policy" : `${policies.length} policies`;
  return plainLine(`${role ?? "without a role"}: ${count}, ${sizes} characters`);
}
