import type { Command } from "commander";
import { exportHcl, type ExportedStack } from "../../export";
import { UnusableInputError } from "../../json/read-json";
import { exitCodes, type CommandContext } from "./context";

const examples = `
Examples:
  $ signin-alerts export --hcl infra
  $ signin-alerts export --hcl infra path/to/cdktf.out

Formats:
  --hcl DIR   HCL, a folder for each stack in DIR, which is empty or does not exist yet

The JSON that \`cdktf synth\` writes, cdktf.out/stacks/NAME/cdk.tf.json, is plain Terraform already, and needs no export.
Do not use \`cdktf synth --hcl\`: what it writes of these stacks is not valid Terraform.`;

/** Said after an argument that is missing or unknown. */
const allowed =
  "HCL is written into a folder that is empty or does not exist yet: signin-alerts export --hcl infra";

function text(dir: string, stacks: readonly ExportedStack[]): string {
  return [
    ...stacks.flatMap(({ name, files }) => [`${dir}/${name}`, ...files.map((file) => `  ${file}`)]),
    "",
    `Next, in each folder: terraform init, then terraform plan, which has nothing to change where the stack is deployed.`,
    "",
  ].join("\n");
}

/** Adds `export`: the generated Terraform for people who go on without cdktf. */
export function addExport(program: Command, { io, progress, exit }: CommandContext): void {
  program
    .command("export")
    .summary("the generated Terraform as HCL, to go on without cdktf")
    .description(
      "Writes every stack of the generated Terraform as HCL. Addresses of resources stay, and so the state. Ends with 0, or 2 if the input cannot be used; then nothing is written.",
    )
    .argument("[dir]", "generated Terraform", "cdktf.out")
    .option("--hcl <dir>", "writes HCL into this folder")
    .showHelpAfterError(allowed)
    .addHelpText("after", examples)
    .action((dir: string, { hcl }: { readonly hcl?: string }) => {
      if (hcl === undefined) {
        throw new UnusableInputError(
          "the format is missing: --hcl DIR writes HCL into the folder DIR",
        );
      }
      progress.stage("Writing HCL");
      io.out(text(hcl, exportHcl(dir, hcl)));
      exit(exitCodes.covered);
    });
}
