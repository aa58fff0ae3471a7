import { join } from "node:path";
import { Option, type Command } from "commander";
import { firstOf } from "../../coverage/report/wording";
import {
  deploymentOrder,
  formats,
  localStates,
  writeTerragruntUnits,
  type Action,
} from "../../deployment";
import type { TerragruntUnits } from "../../deployment";
import { UnusableInputError } from "../../json/read-json";
import { exitCodes, type CommandContext } from "./context";

/** The engine that keeps states itself. */
const keepsStates = "spacelift";

const engines = [...formats.map(({ name }) => name), "terragrunt"];

interface MatrixOptions {
  readonly format?: string;
  readonly action: Action;
}

const examples = `
Formats:
${formats.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join("\n")}
  terragrunt  terragrunt.hcl beside each stack's Terraform, for terragrunt run --all

Examples:
  $ signin-alerts matrix --format github >> "$GITHUB_OUTPUT"
  $ signin-alerts matrix --format gitlab --action plan > plan.gitlab-ci.yml
  $ signin-alerts matrix --format atlantis > atlantis.yaml
  $ signin-alerts matrix --format terragrunt && terragrunt run --all --working-dir cdktf.out/stacks plan

The trail comes before the hub, the hub before the accounts. The engine deploys, retries and resumes.`;

function terragruntText(dir: string, { written, removed }: TerragruntUnits): string {
  return [
    ...written.map((file) => `wrote ${file}`),
    ...removed.map((file) => `removed ${file}, of a stack that is no longer generated`),
    "",
    `Next: terragrunt run --all --working-dir ${dir} plan`,
    "",
  ].join("\n");
}

/** Adds `matrix`: the stacks in the order of deployment, for the engine that deploys them. */
export function addMatrix(program: Command, { io, exit }: CommandContext): void {
  program
    .command("matrix")
    .summary("the stacks in the order of deployment, for CI, Atlantis, Spacelift or Terragrunt")
    .description(
      "Writes what an engine needs to plan and apply the generated stacks in their order. Ends with 0, or 2 if the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform, from the root of the repository", "cdktf.out")
    .addOption(
      new Option("-f, --format <engine>", "engine that deploys; must be given").choices(engines),
    )
    .addOption(
      new Option("-a, --action <action>", "what the jobs of GitLab do")
        .choices(["apply", "plan"])
        .default("apply"),
    )
    .addHelpText("after", examples)
    .action((dir: string, { format, action }: MatrixOptions) => {
      if (format === undefined) {
        throw new UnusableInputError(
          `the engine that deploys is missing: add --format with one of ${engines.join(", ")}`,
        );
      }
      const order = deploymentOrder(dir);
      const known = formats.find(({ name }) => name === format);
      io.out(
        known === undefined
          ? terragruntText(join(dir, "stacks"), writeTerragruntUnits(order))
          : known.write(order, action),
      );
      const local = format === keepsStates ? [] : localStates(order);
      if (local.length > 0) {
        io.err(
          `The state of ${firstOf(local, 3)} is a file on the machine that applies: it is lost at the end of a CI job, and the next job does not know what exists. Set backend in signin-alerts.yaml, unless the engine keeps states itself.\n`,
        );
      }
      exit(exitCodes.covered);
    });
}
