import { homedir } from "node:os";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import {
  deploymentOrder,
  otherPlans,
  planStacks,
  terraformProgram,
  type PlannedStack,
} from "../../deployment";
import { withoutAddresses } from "../../aws/shown-endpoint";
import { plainLine } from "../../coverage/report/plain-text";
import { orUnusable } from "../../json/file-system";
import { UnusableInputError } from "../../json/read-json";
import type { Io } from "../io";
import { exitCodes, type CommandContext } from "./context";

interface PlanOptions {
  readonly stack?: readonly string[];
  readonly out: string;
  readonly terraform?: string;
}

const examples = `
Examples:
  $ signin-alerts plan
  $ signin-alerts plan --stack signin-hub signin-trail
  $ signin-alerts plan && signin-alerts coverage plans

It needs credentials of AWS, as Terraform does, and applies nothing. A plan holds what the state holds, secrets included:
keep the folder of plans out of the repository.`;

/**
 * Variables for Terraform. A provider of 700 MB is downloaded once, not for each stack, unless the user
 * has said where: generated stacks have no lock file that it could contradict.
 */
function environment(env: Io["env"], dir: string): Io["env"] {
  const isSet = env["TF_PLUGIN_CACHE_DIR"] !== undefined || env["TF_CLI_CONFIG_FILE"] !== undefined;
  if (isSet || existsSync(join(env["HOME"] ?? homedir(), ".terraformrc"))) return env;
  const cache = resolve(dir, ".terraform-plugins");
  orUnusable(join(dir, ".terraform-plugins"), "created", () =>
    mkdirSync(cache, { recursive: true }),
  );
  return {
    ...env,
    TF_PLUGIN_CACHE_DIR: cache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true",
  };
}

/** @throws UnusableInputError for names of no stack */
function selected(dir: string, names: readonly string[] | undefined) {
  const stacks = deploymentOrder(dir).flat();
  const unknown = names?.filter((name) => !stacks.some((stack) => stack.name === name)) ?? [];
  if (unknown.length > 0) {
    throw new UnusableInputError(
      `${dir} has no stack ${unknown.join(", ")}; it has ${stacks.map(({ name }) => name).join(", ")}`,
    );
  }
  return names === undefined ? stacks : stacks.filter(({ name }) => names.includes(name));
}

/** What Terraform says where no registry answers, whichever it asks and whatever is wrong on the way. */
const unreachable = /Failed to (?:query available provider packages|install provider)|registry/iu;

const advice =
  "Where the registry of providers cannot be reached, give Terraform a mirror: a CLI configuration file with provider_installation, named by TF_CLI_CONFIG_FILE. https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation";

/** A stack's line. @param firstWith - the first stack with each error, which is written there alone */
function line(
  planned: PlannedStack,
  width: number,
  firstWith: ReadonlyMap<string, string>,
): string {
  const name = planned.name.padEnd(width);
  if ("error" in planned) {
    const first = firstWith.get(planned.error) ?? planned.name;
    return first === planned.name
      ? `✗ ${name}  ${plainLine(withoutAddresses(planned.error))}`
      : `✗ ${name}  the same error as ${first}`;
  }
  const { create, update, replace, delete: destroy } = planned.changes;
  const said = [
    [create, "to create"],
    [update, "to change"],
    [replace, "to replace"],
    [destroy, "to destroy"],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return `✓ ${name}  ${said.length === 0 ? "no changes" : said.join(", ")}`;
}

function text(planned: readonly PlannedStack[], out: string, others: readonly string[]): string {
  const width = Math.max(...planned.map(({ name }) => name.length));
  const errors = planned.flatMap((stack) =>
    "error" in stack ? [[stack.error, stack.name] as const] : [],
  );
  const firstWith = new Map([...errors].reverse());
  const failed = errors.length;
  return [
    ...planned.map((stack) => line(stack, width, firstWith)),
    ...others.map(
      (file) => `! ${file} is of no stack that was planned: remove it, or it is taken for one`,
    ),
    "",
    failed === 0
      ? `${planned.length} plans in ${out}. Next: npx signin-alerts coverage ${out}`
      : `${failed} of ${planned.length} stacks could not be planned.`,
    ...(errors.some(([error]) => unreachable.test(error)) ? [advice] : []),
    "",
  ].join("\n");
}

/** Adds `plan`: Terraform's plan of each stack. */
export function addPlan(program: Command, { io, progress, exit }: CommandContext): void {
  program
    .command("plan")
    .summary("Terraform's plan of every stack, to be reviewed")
    .description(
      "Runs terraform init and plan for each generated stack, in the order of deployment, and keeps the plans as JSON. Ends with 0, or 2 where a stack cannot be planned or the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform, from the root of the repository", "cdktf.out")
    .option("-s, --stack <name...>", "only these stacks (default: all)")
    .option("-o, --out <folder>", "folder for the plans", "plans")
    .option(
      "--terraform <program>",
      "Terraform or OpenTofu (default: TERRAFORM_BINARY_NAME, as for cdktf, or terraform)",
    )
    .addHelpText("after", examples)
    .action((dir: string, { stack, out, terraform }: PlanOptions) => {
      const stacks = selected(dir, stack);
      // A variable that is empty is as good as none.
      const name = [terraform, io.env["TERRAFORM_BINARY_NAME"]].find(Boolean) ?? "terraform";
      const found = terraformProgram(name, environment(io.env, dir));
      const planned = planStacks(stacks, found, out, (planning, at) => {
        progress.stage(`Planning ${planning},`, at + 1, stacks.length);
      });
      // Of some stacks alone, the others' plans are meant to stay.
      const others = stack === undefined ? otherPlans(stacks, out) : [];
      io.out(text(planned, out, others.map(plainLine)));
      exit(planned.some((each) => "error" in each) ? exitCodes.unusable : exitCodes.covered);
    });
}
