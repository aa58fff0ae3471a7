import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { SignInAlerts } from "../../src/stacks";
import { startStandIn } from "../../__tests__/terraform/stand-in";
import {
  synthesizedStacks,
  typesIn,
  writeStack,
} from "../../__tests__/terraform/synthesized-stacks";
import { findTerraform } from "../../__tests__/terraform/terraform-binary";
import { offline, run } from "../../__tests__/terraform/terraform-command";
import { organizationOf, type Size } from "../organization";
import type { Skipped } from "./skipped";
import { median } from "./statistics";

/** How long Terraform takes for one account's stack, or for the stack set's. */
export interface TerraformFigures {
  readonly strategy: string;
  readonly regions: number;
  readonly validate: CommandFigures;
  readonly plan: CommandFigures;
}

/** Time of a command of Terraform, and of what answered it in place of the AWS provider. */
export interface CommandFigures {
  readonly ms: number;
  /** Time of the processor that the stand-in took meanwhile. */
  readonly standInMs: number;
}

const commands = {
  validate: ["validate", "-json"],
  plan: ["plan", "-input=false", "-json", "-lock=false", "-refresh=false"],
} as const;

function medianOf(figures: readonly CommandFigures[]): CommandFigures {
  return {
    ms: median(figures.map(({ ms }) => ms)),
    standInMs: median(figures.map(({ standInMs }) => standInMs)),
  };
}

/** Validates and plans the stack of one account, or that of the stack set, with the real Terraform and a stand-in for AWS. */
export async function measureTerraform(
  { strategy, regions }: Omit<Size, "accounts">,
  repetitions: number,
): Promise<TerraformFigures | Skipped> {
  const binary = findTerraform();
  if (!binary) return { skipped: "neither terraform nor tofu is on the PATH" };
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-bench-"));
  const app = new App({ outdir: join(folder, "cdktf.out") });
  new SignInAlerts(app, "signin-alerts", organizationOf({ strategy, regions, accounts: 2 }));
  const stacks = synthesizedStacks(app);
  const ending = (text: string) => stacks.find(({ name }) => name.endsWith(text));
  const stack = ending("1") ?? ending("-stack-set");
  if (!stack) return { skipped: "the strategy has no stack of an account" };
  writeStack(join(folder, "stack"), stack);
  const standIn = await startStandIn(typesIn([stack]));
  const measure = async (command: keyof typeof commands): Promise<CommandFigures> => {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    const { code, stdout, stderr } = await run({
      command: binary.command,
      args: [...commands[command], "-no-color"],
      folder: join(folder, "stack"),
      environment: { ...offline, TF_REATTACH_PROVIDERS: standIn.reattach(binary.registry) },
    });
    if (code !== 0) throw new Error(`terraform ${command} failed:\n${stdout}${stderr}`);
    const ms = performance.now() - begin;
    const { user, system } = process.cpuUsage(cpu);
    return { ms, standInMs: (user + system) / 1000 };
  };
  const repeated = async (command: keyof typeof commands): Promise<CommandFigures> => {
    const figures: CommandFigures[] = [];
    for (let i = 0; i < repetitions; i++) figures.push(await measure(command));
    return medianOf(figures);
  };
  try {
    return {
      strategy,
      regions,
      validate: await repeated("validate"),
      plan: await repeated("plan"),
    };
  } finally {
    standIn.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
