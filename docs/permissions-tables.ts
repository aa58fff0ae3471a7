import {
  grants,
  lengthOf,
  permissionsOf,
  type RolePermissions,
  type UsePermissions,
} from "../src/permissions";
import { example, synthesized } from "./sample-outputs";

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const head = (...cells: readonly string[]) => [row(cells), row(cells.map(() => "---"))];

let roles: readonly RolePermissions[] | undefined;

/** Worked out once for all tables. */
function rolesOfExample(): readonly RolePermissions[] {
  roles ??= permissionsOf(synthesized(example()), { planRole: "signin-alerts-review" }).roles;
  return roles;
}

/** The roles of the checked-in configuration, and how much each needs. */
export function rolesTable(): string {
  const size = ({ policies }: UsePermissions) =>
    policies.map((document) => lengthOf(document).toLocaleString("en-US")).join(" + ");
  return [
    ...head("account", "works for", "to plan", "to deploy"),
    ...rolesOfExample().map(({ account = "any", stacks, plan, deploy }) =>
      row([
        `\`${account}\``,
        stacks.length > 2 ? `all ${String(stacks.length)} stacks` : stacks.join(", "),
        `${plan.role === undefined ? "the start" : "`signin-alerts-review`"}: ${size(plan)}`,
        `${deploy.role === undefined ? "the start" : "`roleName`"}: ${size(deploy)}`,
      ]),
    ),
  ].join("\n");
}

/** What the account with the fewest regions needs, as it is written to files. */
export function memberPolicies(): string {
  const role = rolesOfExample().find(({ account }) => account === "666666666666");
  return (["plan", "deploy"] as const)
    .map((use) => {
      const documents = role?.[use].policies.map((document) => JSON.stringify(document, null, 2));
      return [`\`666666666666-${use}.json\`:`, "", "```json", ...(documents ?? []), "```"].join(
        "\n",
      );
    })
    .join("\n\n");
}

/** What Terraform's provider calls for each resource type, as IAM names it. */
export function callsTable(): string {
  return [
    ...head("resource type", "a plan calls", "a deployment calls beside it"),
    ...[...grants].sort().map(([type, all]) => {
      const calls = (use: "plan" | "deploy") =>
        [...new Set(all.flatMap((grant) => grant[use] ?? []))].sort().map((name) => `\`${name}\``);
      return row([`\`${type}\``, calls("plan").join(" "), calls("deploy").join(" ")]);
    }),
  ].join("\n");
}
