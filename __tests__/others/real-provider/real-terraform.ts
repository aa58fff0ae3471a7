import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RealProvider } from "../../../steps/judges/provider";
import { forgotten, lost, notStored, type MotoServer } from "../../../steps/judges/server";
import {
  diagnosticsOf,
  plannedIn,
  TerraformError,
  type TerraformDiagnostic,
} from "../../terraform/diagnostics";
import { inDependencyOrder } from "../../terraform/in-dependency-order";
import {
  synthesizedStacks,
  temporaryFolder,
  typesIn,
  writeStack,
  type SynthesisSource,
  type SynthesizedStack,
} from "../../terraform/synthesized-stacks";
import { offline, run, type CommandResult } from "../../terraform/terraform-command";
import type { TerraformPlan } from "../../terraform/terraform-plan";

const common = ["-input=false", "-no-color"];
const PLAN = "planned.tfplan";

/** How a plan is made beside the usual. */
export type PlanOption = "-refresh-only" | "-destroy" | `-replace=${string}`;

/**
 * The stacks of an app in a temporary folder, with the real provider and, where one is given, a server that stores what
 * AWS would. The bound of the provider's version is the version that is there, and states are files of the folder; all
 * else is as it was generated. States stay until `close`, through changes of the configuration.
 */
export class RealTerraform {
  readonly #folder = temporaryFolder();
  readonly #warnings: TerraformDiagnostic[] = [];
  readonly #ready = new Set<string>();
  #generated: readonly SynthesizedStack[] = [];
  #stacks: readonly SynthesizedStack[] = [];

  constructor(
    source: SynthesisSource,
    readonly provider: RealProvider,
    readonly server?: Pick<MotoServer, "environment">,
  ) {
    this.change(source);
  }

  /** The types that are left out, as the server does not store them. */
  get leftOut(): readonly string[] {
    return this.server === undefined ? [] : typesIn(this.#generated).filter(isNotStored).sort();
  }

  /** The arguments that are left out or of which changes are ignored, as the server does not keep them. */
  get ignored(): readonly string[] {
    if (this.server === undefined) return [];
    return typesIn(this.#generated).flatMap((type) =>
      [...(forgotten[type] ?? []), ...(lost[type] ?? [])].map(
        (argument) => `${argument} of ${type}`,
      ),
    );
  }

  /** How many resources the stacks have, but for those that are left out. */
  get resources(): number {
    return this.#stacks
      .flatMap(({ configuration: { resource = {} } }) => Object.values(resource))
      .reduce((sum, named) => sum + Object.keys(named).length, 0);
  }

  get stacks(): readonly string[] {
    return this.#stacks.map(({ name }) => name);
  }

  /** What Terraform and the provider said, in all commands until now, though they did what was asked. */
  get warnings(): readonly TerraformDiagnostic[] {
    return this.#warnings;
  }

  /** Puts another configuration in the place of the present one; states stay. */
  change(source: SynthesisSource): void {
    this.#generated = synthesizedStacks(source);
    this.#stacks = this.server ? this.#generated.map(storable) : this.#generated;
    for (const stack of this.#stacks) {
      const folder = join(this.#folder, stack.name);
      mkdirSync(folder, { recursive: true });
      writeStack(folder, withVersion(stack, this.provider.version));
    }
  }

  /** `terraform validate`: everything that it says. */
  async validate(stack: string): Promise<readonly TerraformDiagnostic[]> {
    return diagnosticsOf(await this.#terraform(stack, ["validate", "-no-color", "-json"], [0, 1]));
  }

  /** `terraform plan`, as `terraform show -json` prints it. */
  async plan(stack: string, ...options: readonly PlanOption[]): Promise<TerraformPlan> {
    await this.#terraform(stack, ["plan", ...common, "-json", `-out=${PLAN}`, ...options]);
    return JSON.parse(await this.#shown(stack, PLAN)) as TerraformPlan;
  }

  /** What `terraform plan` would do: the action and the address of each resource that would change. */
  async changes(stack: string): Promise<readonly string[]> {
    return plannedIn(await this.#terraform(stack, ["plan", ...common, "-json"]));
  }

  /** Plans and applies in one command, which starts the provider less often. */
  async create(stack: string): Promise<void> {
    await this.#terraform(stack, ["apply", ...common, "-json", "-auto-approve"]);
  }

  /** Applies what {@link plan} has planned last. */
  async apply(stack: string): Promise<void> {
    await this.#terraform(stack, ["apply", ...common, "-json", PLAN]);
  }

  /** The state, as `terraform show -json` prints it. */
  async state(stack: string): Promise<object> {
    return JSON.parse(await this.#shown(stack)) as object;
  }

  /** The file of the state, as a backend keeps it. */
  stateFile(stack: string): object {
    const file = join(this.#folder, stack, "terraform.tfstate");
    return JSON.parse(readFileSync(file, "utf8")) as object;
  }

  async destroy(stack: string): Promise<void> {
    await this.#terraform(stack, ["destroy", ...common, "-json", "-auto-approve"]);
  }

  /** Does a step for every stack, after the stacks that it depends on; in reverse, before. */
  inOrder<T>(step: (stack: string) => Promise<T>, options?: { readonly reverse: boolean }) {
    return inDependencyOrder(this.#stacks, step, options);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #shown(stack: string, ...file: readonly string[]): Promise<string> {
    return (await this.#terraform(stack, ["show", "-no-color", "-json", ...file])).stdout;
  }

  async #terraform(
    stack: string,
    args: readonly string[],
    success: readonly number[] = [0],
  ): Promise<CommandResult> {
    const folder = join(this.#folder, stack);
    if (!this.#ready.has(stack)) {
      this.#ready.add(stack);
      await this.#terraform(stack, ["init", ...common, `-plugin-dir=${this.provider.mirror}`]);
      withoutHashes(join(folder, ".terraform.lock.hcl"));
    }
    const environment = {
      ...offline,
      ...this.provider.environment,
      ...this.server?.environment,
    };
    const result = await run({ command: "terraform", args, folder, environment });
    if (!success.includes(result.code)) {
      const words = `${result.stdout}\n${result.stderr}`;
      throw new TerraformError(
        `${args[0] ?? ""} of the stack ${stack}`,
        diagnosticsOf(result),
        words,
      );
    }
    this.#warnings.push(...diagnosticsOf(result).filter(({ severity }) => severity === "warning"));
    return result;
  }
}

/**
 * Terraform compares the provider, some 700 MB, with the hashes of the lock file before each command: a second of work. Of
 * one that runs already it keeps none.
 */
function withoutHashes(lockFile: string): void {
  if (!existsSync(lockFile)) return;
  writeFileSync(lockFile, readFileSync(lockFile, "utf8").replace(/^ *hashes = \[[^\]]*\]$/m, ""));
}

/** The stack without the types that the server does not store; changes of what it forgets are ignored. */
function storable(stack: SynthesizedStack): SynthesizedStack {
  const types = Object.entries(stack.configuration.resource ?? {});
  const kept = types.flatMap(([type, named]) =>
    isNotStored(type)
      ? []
      : [[type, ignoring(forgotten[type] ?? [], without(lost[type] ?? [], named))] as const],
  );
  const resource = Object.fromEntries(kept);
  return { ...stack, configuration: { ...stack.configuration, resource } };
}

/** Blocks less some arguments. */
function without(names: readonly string[], blocks: object): object {
  const kept = (block: object) =>
    Object.fromEntries(Object.entries(block).filter(([name]) => !names.includes(name)));
  return Object.fromEntries(
    Object.entries(blocks).map(([id, block]: [string, object]) => [id, kept(block)]),
  );
}

/** Blocks whose lifecycle ignores further arguments. */
function ignoring(names: readonly string[], blocks: object): object {
  if (names.length === 0) return blocks;
  return Object.fromEntries(
    // Edge: the JSON that cdktf wrote.
    Object.entries(blocks).map(([id, block]: [string, BlockWithLifecycle]) => {
      const ignore_changes = [...(block.lifecycle?.ignore_changes ?? []), ...names];
      return [id, { ...block, lifecycle: { ...block.lifecycle, ignore_changes } }];
    }),
  );
}

interface BlockWithLifecycle {
  readonly lifecycle?: { readonly ignore_changes?: readonly string[] };
}

/** Whether the server has no API for a type. */
export function isNotStored(type: string): boolean {
  return notStored.includes(type) || type.startsWith("aws_notifications");
}

/** The stack as it is generated, but for the version of the provider that is there. */
export function withVersion(stack: SynthesizedStack, version: string): SynthesizedStack {
  const { terraform, ...rest } = stack.configuration;
  const aws = { source: "hashicorp/aws", version };
  return {
    ...stack,
    configuration: { ...rest, terraform: { ...terraform, required_providers: { aws } } },
  };
}
