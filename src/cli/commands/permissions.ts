import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { plainLine } from "../../coverage/report/plain-text";
import { orUnusable } from "../../json/file-system";
import { permissionsOf, type DeploymentPermissions } from "../../permissions";
import { opened } from "../opened";
import { isPolicyFile, policyFiles } from "../policy-files";
import { permissionsText } from "../permissions-text";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface PermissionsCommandOptions {
  readonly format: string;
  readonly out?: string;
  readonly planRole?: string;
}

const examples = `
Examples:
  $ signin-alerts permissions
  $ signin-alerts permissions --plan-role signin-alerts-review --out policies
  $ signin-alerts permissions --format json

Beside the policies each role needs a trust policy, and what it creates may need a permissions boundary: docs/permissions.md.`;

/** Writes the policies, a file each. @returns what to say of it */
function written(out: string, permissions: DeploymentPermissions): readonly string[] {
  const files = policyFiles(permissions);
  orUnusable(out, "written", () => {
    mkdirSync(out, { recursive: true });
    for (const { name, document } of files) writeFileSync(join(out, name), jsonText(document));
  });
  const own = new Set(files.map(({ name }) => name));
  const left = orUnusable(out, "read", () => readdirSync(out))
    .filter((name) => isPolicyFile(name) && !own.has(name))
    .sort();
  return [
    ...files.map(({ name }) => `wrote ${join(out, name)}`),
    ...left.map((name) => `! ${join(out, name)} is of no role that is needed: remove it`),
  ];
}

/** Adds `permissions`: least-privilege policies for the roles that plan and deploy. */
export function addPermissions(
  program: Command,
  { io, open, progress, exit }: CommandContext,
): void {
  program
    .command("permissions")
    .summary("least-privilege policies for the roles that plan and deploy")
    .description(
      "Writes IAM policies for the roles that plan and deploy the generated Terraform: each call of the AWS provider, on the resources of these names, and nothing else. Ends with 0, 1 if the permissions of something are not known, 2 if the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform", "cdktf.out")
    .addOption(formatOption(["text", "json"]))
    .option("-o, --out <folder>", "writes each policy as a file into this folder")
    .option(
      "--plan-role <name>",
      "role that a plan assumes in each account (default: the one that deploys)",
    )
    .addHelpText("after", examples)
    .action((dir: string, { format, out, planRole }: PermissionsCommandOptions) => {
      const permissions = permissionsOf(opened({ open, progress }, dir).inventory, { planRole });
      const files = out === undefined ? [] : written(out, permissions);
      io.out(
        format === "json"
          ? jsonText({ version: 2, ...permissions })
          : [...permissionsText(permissions), ...files.map(plainLine), ""].join("\n"),
      );
      exit(permissions.unknown.length > 0 ? exitCodes.gap : exitCodes.covered);
    });
}
