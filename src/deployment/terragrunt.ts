import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { orUnusable } from "../json/file-system";
import { UnusableInputError } from "../json/read-json";
import type { DeployedStack, DeploymentOrder } from "./deployment-order";
import { writtenBy } from "./formats/format";

const unit = "terragrunt.hcl";
const mark = `# ${writtenBy("terragrunt")}`;

function unitOf({ folder, after }: DeployedStack, folders: ReadonlyMap<string, string>): string {
  if (after.length === 0) return `${mark}\n`;
  const paths = after.map((name) => {
    const path = posix.relative(folder, folders.get(name) ?? "");
    return `    ${JSON.stringify(path)},\n`;
  });
  return `${mark}\ndependencies {\n  paths = [\n${paths.join("")}  ]\n}\n`;
}

/** Whether a file was written here; nothing but a plain file is looked into. */
function isOurs(file: string): boolean {
  return (
    lstatSync(file, { throwIfNoEntry: false })?.isFile() === true &&
    orUnusable(file, "read", () => readFileSync(file, "utf8")).startsWith(`${mark}\n`)
  );
}

/** Units of stacks that are no longer generated, of which Terragrunt would say that they hold no Terraform. */
function staleUnits(order: DeploymentOrder): readonly string[] {
  const folders = new Set(order.flat().map(({ folder }) => folder));
  const parents = [...new Set([...folders].map((folder) => dirname(folder)))];
  return parents
    .flatMap((parent) =>
      orUnusable(parent, "read", () => readdirSync(parent)).map((name) => join(parent, name)),
    )
    .filter((folder) => !folders.has(folder) && isOurs(join(folder, unit)))
    .map((folder) => join(folder, unit));
}

/** What was written for Terragrunt. */
export interface TerragruntUnits {
  /** Files that were written, in the order of deployment. */
  readonly written: readonly string[];
  /** Files of stacks that are gone, which were removed. */
  readonly removed: readonly string[];
}

/**
 * Makes a unit of each stack: `terragrunt.hcl` beside its Terraform, for `terragrunt run --all`.
 * Nothing is written where a file of somebody else would be replaced.
 * @throws UnusableInputError
 * @see https://terragrunt.gruntwork.io/docs/features/stacks/
 */
export function writeTerragruntUnits(order: DeploymentOrder): TerragruntUnits {
  const stacks = order.flat();
  const folders = new Map(stacks.map(({ name, folder }) => [name, folder]));
  const units = stacks.map((stack) => ({
    file: join(stack.folder, unit),
    text: unitOf(stack, folders),
  }));
  const missing = stacks.filter(({ folder }) => !existsSync(folder)).map(({ folder }) => folder);
  if (missing.length > 0) {
    throw new UnusableInputError(
      `these folders of stacks do not exist: ${missing.join(", ")}; run \`npm run synth\` again`,
    );
  }
  const foreign = units.filter(({ file }) => existsSync(file) && !isOurs(file));
  if (foreign.length > 0) {
    const files = foreign.map(({ file }) => file).join(", ");
    throw new UnusableInputError(
      `these files are not of this command, and would be overwritten: ${files}; remove them first`,
    );
  }
  const removed = staleUnits(order);
  for (const { file, text } of units) {
    orUnusable(file, "written", () => {
      writeFileSync(file, text);
    });
  }
  for (const file of removed) {
    orUnusable(file, "removed", () => {
      rmSync(file);
    });
  }
  return { written: units.map(({ file }) => file), removed };
}
